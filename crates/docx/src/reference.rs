//! An office's own Word file as a reference: its styles, page set-up, headers and footers come out in every document. Its text,
//! its settings, and what they link to are not taken.

use std::collections::BTreeSet;

use huibian_document::style::Page;

use crate::links::{Links, PackageParts, Taken};
use crate::pages::{self, PageReference, Pages};
use crate::shown_styles::shown_styles;
use crate::transitional::transitional;
use crate::unusable::Unusable;
use crate::{elements, outward, styles};

/// What is taken of a file.
#[derive(Clone, Debug)]
pub struct Reference {
    styles: String,
    pages: Pages,
    taken: Vec<Taken>,
    even_and_odd: bool,
    mirror: bool,
}

impl Reference {
    /// Reads what is taken out of a package's parts.
    ///
    /// # Errors
    /// [`Unusable`] for what is no Word document, brings macros, or draws on files elsewhere.
    pub fn read(parts: PackageParts) -> Result<Self, Unusable> {
        let parts = &transitional(parts);
        if let Some(name) = parts.keys().find(|name| name.to_lowercase().contains("vbaproject")) {
            return Err(Unusable::new("macro", name));
        }
        let mut links = Links::new(parts)?;
        let document = links.text(&links.document.clone())?;
        let pages = pages::pages(&document, &mut links)?;
        let styles = links.related("styles").map(|name| links.text(&name)).transpose()?;
        let styles = styles.ok_or_else(|| Unusable::new("lacking", "styles.xml"))?;
        let styles = styles::without_circles(styles);
        // Word opens a file that names these and has them not.
        let held = |links: &Links<'_>, kind| links.related(kind).filter(|name| parts.contains_key(name));
        for kind in ["theme", "numbering"] {
            if let Some(name) = held(&links, kind) {
                links.take(&name, kind)?;
            }
        }
        let settings = held(&links, "settings").map(|name| links.text(&name)).transpose()?;
        let settings = settings.unwrap_or_default();
        let even_and_odd = elements::switch(&settings, "w:evenAndOddHeaders")?;
        let mirror = elements::switch(&settings, "w:mirrorMargins")?;
        let elements = elements::read(&styles).map_err(|broken| broken.of("styles.xml"))?;
        outward::examine("styles.xml", &styles, &elements, &[])?;
        Ok(Self { styles, pages, taken: links.taken, even_and_odd, mirror })
    }

    /// The sheet and its margins; of what the file does not say, those of a house style.
    pub fn page(&self, style: &Page) -> Page {
        self.pages.over(style)
    }

    /// The drawings that are taken: their names and their bytes.
    pub fn drawings(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let is_drawing = |part: &&Taken| part.content_type.as_deref() == Some("image/svg+xml");
        self.taken.iter().filter(is_drawing).map(|part| (part.name.as_str(), part.bytes.as_slice()))
    }

    /// The styles whose words its headers and footers show and that no document has: `own` is the house style's
    /// word/styles.xml.
    pub fn lacking(&self, own: &str) -> Vec<String> {
        let known: Vec<String> = styles::names(own);
        let parts = self.taken.iter().filter_map(|part| std::str::from_utf8(&part.bytes).ok());
        let shown = parts.filter(|xml| xml.contains("STYLEREF")).flat_map(shown_styles);
        shown.filter(|name| !known.contains(&name.to_lowercase())).collect()
    }

    /// What stands in braces in its headers and footers, each once. It is printed as it stands: only a template is filled.
    pub fn braces(&self) -> BTreeSet<String> {
        let parts = self.taken.iter().filter_map(|part| std::str::from_utf8(&part.bytes).ok());
        let mut found = BTreeSet::new();
        for xml in parts.filter(|xml| xml.contains('{')) {
            let elements = elements::read(xml).unwrap_or_default();
            for paragraph in elements.iter().filter(|element| element.name() == "w:p") {
                let words = elements::text(&xml[paragraph.inner.clone()]);
                let begun = words.split("{{").skip(1);
                let whole = begun.filter_map(|rest| Some(format!("{{{{{}}}}}", rest.split_once("}}")?.0)));
                found.extend(whole);
            }
        }
        found
    }

    /// Made ready for documents of a house style: `own` is its word/styles.xml, `body` what it calls its body text.
    pub fn frame(&self, own: &str, body: &str) -> Frame {
        let merged = styles::merged(&self.styles, own, body);
        let taken = self.taken.iter().map(|part| part.renamed(&merged.renamed)).collect();
        let Pages { references, rest, has_first, .. } = self.pages.clone();
        Frame {
            styles: merged.xml,
            taken,
            references,
            rest,
            has_first,
            even_and_odd: self.even_and_odd,
            mirror: self.mirror,
        }
    }
}

/// What a reference gives to every document of a house style.
pub struct Frame {
    /// word/styles.xml.
    pub styles: String,
    /// Other parts.
    pub taken: Vec<Taken>,
    /// Headers and footers.
    references: Vec<PageReference>,
    /// Other properties of the section, after its margins.
    rest: String,
    /// Whether the first page has a header and footer of its own.
    has_first: bool,
    /// Whether even pages have their own.
    even_and_odd: bool,
    /// Whether margins change sides on even pages.
    pub mirror: bool,
}

impl Frame {
    /// Whether there are footers; where there are none the house style's stand.
    fn has_footers(&self) -> bool {
        self.references.iter().any(|reference| reference.is_footer)
    }

    /// Whether documents have other headers and footers on even pages.
    pub fn is_even_and_odd(&self) -> bool {
        self.even_and_odd || !self.has_footers()
    }

    /// The properties of a section that follow its margins. A first page is that of the first section alone.
    pub fn properties(&self, is_first: bool) -> String {
        let first = if is_first && self.has_first { "<w:titlePg/>" } else { "" };
        // In the order of the schema: what is before the first page's switch, and what is after.
        let after = ["<w:textDirection", "<w:rtlGutter", "<w:docGrid"];
        let at = after.iter().filter_map(|name| self.rest.find(name)).min().unwrap_or(self.rest.len());
        [&self.rest[..at], first, &self.rest[at..]].concat()
    }

    /// The headers and footers of a section, whose own footers are `own`.
    pub fn references(&self, own: [&str; 2]) -> String {
        let mut all = self.references.clone();
        if !self.has_footers() {
            let header = |pages: &str| {
                let of = |found: &&PageReference| found.pages == pages;
                self.references.iter().find(of).cloned()
            };
            if !self.even_and_odd
                && let Some(default) = header("default")
            {
                all.retain(|reference| reference.pages != "even");
                all.push(PageReference { pages: "even".to_owned(), ..default });
            }
            let footer = |pages: &str, id: &str| PageReference {
                is_footer: true,
                pages: pages.to_owned(),
                id: id.to_owned(),
            };
            all.extend([footer("default", own[0]), footer("even", own[1])]);
            if self.has_first {
                all.push(footer("first", own[0]));
            }
        }
        let written = all.iter().map(|reference| {
            let kind = if reference.is_footer { "footer" } else { "header" };
            format!(r#"<w:{kind}Reference w:type="{}" r:id="{}"/>"#, reference.pages, reference.id)
        });
        written.collect()
    }
}
