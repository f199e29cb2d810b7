//! Pictures, held in the page itself.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use huibian_document::Image;

use super::body::Body;

pub fn write<'d>(body: &mut Body<'d, '_>, image: &'d Image) {
    body.html.push_str("<figure class=\"image\"><img");
    body.attribute("alt", &image.alt);
    let _ = write!(
        body.html,
        r#" style="width:{};aspect-ratio:{}/{}" src="data:{};base64,"#,
        image.width,
        image.width.emu(),
        image.height.emu(),
        image.format.media_type()
    );
    STANDARD.encode_string(&image.bytes, body.html);
    body.html.push_str("\">");
    if !image.caption.is_empty() {
        body.element("figcaption", "image_caption", |body| body.inlines(&image.caption));
    }
    body.html.push_str("</figure>\n");
}
