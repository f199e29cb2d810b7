//! Handlebars to Markdown to blocks.
