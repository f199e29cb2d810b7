//! What files are and say.

use huibian_document::Block;
use huibian_pdf::{Faces, PdfWriter, Profile};

use crate::support::{Page, fonts, keep, measured, official, paragraph, plain, said, style, writer};

#[test]
fn the_same_document_makes_the_same_file_on_any_thread() {
    let Some(fonts) = fonts() else { return };
    let writer = writer(&fonts, Profile::Archive);
    let first = writer.write(&plain()).unwrap().bytes;
    keep("plain.pdf", &first);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| (0..10).for_each(|_| assert!(writer.write(&plain()).unwrap().bytes == first)));
        }
    });
}

#[test]
fn a_file_says_what_the_text_says_and_nothing_in_it_is_markup() {
    let Some(fonts) = fonts() else { return };
    let mut document = plain();
    // Signs of footnotes are the style's own in each format.
    if let Block::Paragraph(paragraph) = &mut document.blocks[1] {
        paragraph.content.pop();
    }
    let read = measured(&fonts, &writer(&fonts, Profile::Plain).write(&document).unwrap().bytes);
    let found: String = read.pages.iter().flat_map(Page::text).map(|line| line.text.as_str()).collect();
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(letters(&found), letters(&huibian_writers::text(&document, &style())));
    assert_eq!(read.title, "云溪镇2023年第二季度意识形态工作分析报告");
    let outline = [(1, "一、工作开展情况"), (2, "（一）抓实理论学习")];
    assert_eq!(read.outline, outline.map(|(level, words)| (level, words.to_owned())));
}

#[test]
fn faces_that_are_missing_and_characters_that_are_rare_are_told_of() {
    let Some(fonts) = fonts() else { return };
    let mut style = style();
    style.paragraphs.title.face = "某某标宋".to_owned();
    style.paragraphs.mark.face = "另一标宋".to_owned();
    style.substitutes.insert("另一标宋".to_owned(), vec!["没有的".to_owned(), "FandolSong".to_owned()]);
    let faces = Faces::find(&style, &[fonts.clone(), "/usr/share/fonts".into()], false).unwrap();
    let missing: Vec<_> = faces.missing.iter().map(|missing| missing.face.as_str()).collect();
    assert!(missing.contains(&"某某标宋") && missing.contains(&"另一标宋"), "{missing:?}");
    let stand_in = faces.missing.iter().find(|missing| missing.face == "另一标宋").unwrap();
    assert_eq!(stand_in.stand_in, "FandolSong");
    assert!(Faces::find(&style, &[], false).is_err(), "no face at all");

    let mut document = plain();
    document.blocks = vec![paragraph("王玥、李堃、\u{10FFFD}")];
    let file = PdfWriter::new(&style, faces, Profile::Plain).unwrap().write(&document).unwrap();
    let rare: Vec<_> = file.rare.iter().map(|(character, face)| (*character, face.is_some())).collect();
    assert!(rare.contains(&('堃', true)) && rare.contains(&('\u{10FFFD}', false)), "{rare:?}");
    let read = measured(&fonts, &file.bytes);
    let text: String = read.pages[0].lines.iter().map(|line| line.text.as_str()).collect();
    assert!(text.contains("李堃、〓"), "{text}");
}

#[test]
fn a_file_for_the_archive_is_what_pdf_a_2b_asks_for() {
    let Some(fonts) = fonts() else { return };
    let faults = |profile| -> Vec<String> {
        said("archive.py", &fonts, &writer(&fonts, profile).write(&official()).unwrap().bytes)
    };
    assert_eq!(faults(Profile::Archive), Vec::<String>::new());
    let plain = faults(Profile::Plain);
    assert!(plain.iter().any(|fault| fault.starts_with("6.6.4")), "{plain:?}");
}

#[test]
fn a_file_may_be_read_aloud_and_bears_its_title() {
    let Some(fonts) = fonts() else { return };
    for profile in [Profile::Plain, Profile::Archive] {
        for document in [plain(), official()] {
            let read = measured(&fonts, &writer(&fonts, profile).write(&document).unwrap().bytes);
            assert!(read.accessible && read.shows_title, "{}: {profile:?}", read.title);
        }
    }
}
