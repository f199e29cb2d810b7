//! The pictures of a document that is laid into a file: their files, what links to them, and what they are.

use std::fmt::Write;

use huibian_document::{Block, Image, ImageFormat, Laid};
use huibian_docx::xml;

use crate::template::WordTemplate;

const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
const TYPES: &str = "[Content_Types].xml";

/// A picture, and the part that shows it.
pub struct Picture<'l> {
    part: usize,
    image: &'l Image,
}

/// The pictures of a document, each once for a part that shows it.
#[derive(Default)]
pub struct Pictures<'l>(Vec<Picture<'l>>);

impl<'l> Pictures<'l> {
    /// The pictures among what is laid into a file.
    pub fn of(template: &WordTemplate, laid: &'l [Laid]) -> Self {
        let mut pictures = Self::default();
        let mut part = 0;
        for one in laid {
            match one {
                Laid::Piece(number) => part = template.pieces.get(*number).map_or(part, |piece| piece.part),
                Laid::Blocks(blocks) => {
                    for block in blocks {
                        if let Block::Image(image) = block
                            && pictures.position(part, image).is_none()
                        {
                            pictures.0.push(Picture { part, image });
                        }
                    }
                }
                Laid::Words(_) | Laid::Break => {}
            }
        }
        pictures
    }

    fn position(&self, part: usize, image: &Image) -> Option<usize> {
        self.0.iter().position(|known| known.part == part && known.image.bytes == image.bytes)
    }

    /// The relationship of a picture in a part.
    pub fn relationship(&self, part: usize, image: &Image) -> Option<String> {
        self.position(part, image).map(relationship)
    }
}

impl Picture<'_> {
    /// The file that every program shows: of a drawing its pixels, where there are any.
    fn file(&self) -> (&[u8], ImageFormat) {
        match &self.image.pixels {
            Some(pixels) => (pixels, ImageFormat::Png),
            None => (&self.image.bytes, self.image.format),
        }
    }
}

fn relationship(number: usize) -> String {
    format!("rIdHuibian{}", number + 1)
}

fn name(number: usize, format: ImageFormat) -> String {
    format!("huibian{}.{}", number + 1, format.extension())
}

impl WordTemplate {
    /// The parts that a document has for its pictures: their files, and with them those parts that link to them and list them.
    /// Nothing where it has none.
    pub fn picture_parts(&self, laid: &[Laid]) -> Vec<(String, Vec<u8>)> {
        let pictures = Pictures::of(self, laid);
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        if pictures.0.is_empty() {
            return parts;
        }
        let mut kinds = String::new();
        let types = self.constant.get(TYPES).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        for (part, open) in self.parts.iter().enumerate() {
            let (folder, file) = open.name.rsplit_once('/').unwrap_or(("", &open.name));
            let slash = if folder.is_empty() { "" } else { "/" };
            let mut links = String::new();
            for (number, picture) in pictures.0.iter().enumerate().filter(|(_, picture)| picture.part == part)
            {
                let (bytes, format) = picture.file();
                let target = format!("media/{}", name(number, format));
                let _ = write!(
                    links,
                    r#"<Relationship Id="{}" Type="{IMAGE}" Target="{target}"/>"#,
                    relationship(number)
                );
                let full = format!("{folder}{slash}{target}");
                let _ =
                    write!(kinds, r#"<Override PartName="/{full}" ContentType="{}"/>"#, format.media_type());
                parts.push((full, bytes.to_vec()));
            }
            if !links.is_empty() {
                let name = format!("{folder}{slash}_rels/{file}.rels");
                let none = concat!(
                    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
                    "</Relationships>"
                );
                let known = self.constant.get(&name).map(|bytes| String::from_utf8_lossy(bytes));
                let known = known.unwrap_or(none.into());
                parts.push((name, xml::with_last(&known, &links).into_bytes()));
            }
        }
        parts.insert(0, (TYPES.to_owned(), xml::with_last(&types, &kinds).into_bytes()));
        parts
    }
}

/// A picture as a character of its line.
pub fn drawing(prefix: &str, image: &Image, relationship: &str, number: usize) -> String {
    let p = prefix;
    let alt = xml::escaped(&image.alt);
    let (width, height) = (image.width.emu(), image.height.emu());
    format!(
        concat!(
            r#"<{p}r><{p}drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
            r#"distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>"#,
            r#"<wp:docPr id="{number}" name="Picture {number}" descr="{alt}"/>"#,
            r#"<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
            r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            r#"<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            r#"<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>"#,
            r#"<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relationship}"/>"#,
            r#"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"#,
            r#"</wp:inline></{p}drawing></{p}r>"#,
        ),
        p = p,
        width = width,
        height = height,
        number = number,
        alt = alt,
        relationship = relationship,
    )
}
