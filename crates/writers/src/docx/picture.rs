//! A picture: the drawing that shows its file.

use std::fmt::Write;

use huibian_document::{Image, ImageFormat};
use huibian_docx::xml;

use super::body::Body;
use super::media::relationship;

/// The drawing that programs from Word 2016 on show in place of its pixels ([MS-ODRAWXML], 2.25).
fn drawing(relationship: &str) -> String {
    format!(
        concat!(
            r#"<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">"#,
            r#"<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/>"#,
            r#"</a:ext></a:extLst>"#,
        ),
        relationship
    )
}

/// A picture as a character of its line.
pub fn write(body: &mut Body<'_>, image: &Image) {
    let media = &mut body.needs.media;
    let (link, drawing) = match &image.pixels {
        Some(pixels) => {
            let pixels = media.keep(pixels, ImageFormat::Png);
            (relationship(pixels), drawing(&relationship(media.keep(&image.bytes, image.format))))
        }
        None => (relationship(media.keep(&image.bytes, image.format)), String::new()),
    };
    let id = body.numbers.next() + 1;
    let alt = xml::escaped(&image.alt);
    let (width, height) = (image.width.emu(), image.height.emu());
    let _ = write!(
        body.xml,
        concat!(
            r#"<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
            r#"distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{2}" cy="{3}"/>"#,
            r#"<wp:docPr id="{0}" name="Picture {0}" descr="{1}"/>"#,
            r#"<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
            r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            r#"<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            r#"<pic:nvPicPr><pic:cNvPr id="{0}" name="Picture {0}" descr="{1}"/><pic:cNvPicPr/></pic:nvPicPr>"#,
            r#"<pic:blipFill><a:blip r:embed="{4}">{5}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{2}" cy="{3}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"#,
            r#"</wp:inline></w:drawing></w:r>"#,
        ),
        id, alt, width, height, link, drawing
    );
}
