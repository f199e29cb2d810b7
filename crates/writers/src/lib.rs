//! A document and a house style to bytes.
