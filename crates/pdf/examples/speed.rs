//! Documents a second beside a bare warm Typst world that sets the same words with hand-written rules, on one thread and
//! on two, and the most memory that was taken. `cargo run --release --package huibian-pdf --example speed FONTS [COUNT]`

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a measurement ends where it cannot go on"
)]

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use huibian_document::{Block, Document, Heading, HouseStyle, Inline, Meta, Official, Paragraph, Signature};
use huibian_pdf::{Faces, PdfWriter, Profile};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

const STYLE: &str = include_str!("../../../templates/styles/gbt9704.toml");
const SENTENCE: &str = "一是压实学习责任，主要负责同志带头学，班子成员按分工学，村（社区）负责人跟进学；二是突出学习重点，\
    先后学习了《基层治理读本》《公文写作常识》《统计工作问答》等内容；三是注重学用结合，把学习情况记入台账。";
const PARAGRAPHS: usize = 30;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let fonts = PathBuf::from(arguments.next().expect("a folder of faces"));
    let count: usize = arguments.next().map_or(200, |count| count.parse().expect("a number"));
    let mut style = STYLE.split("[substitutes]").next().unwrap().to_owned();
    for (official, free) in [
        ("仿宋_GB2312", "FandolFang R"),
        ("楷体_GB2312", "FandolKai"),
        ("黑体", "FandolHei"),
        ("方正小标宋简体", "FandolSong"),
        ("宋体", "FandolSong"),
        ("Times New Roman", "Liberation Serif"),
    ] {
        style = style.replace(&format!("\"{official}\""), &format!("\"{free}\""));
    }
    let style = HouseStyle::parse(&style).unwrap();
    let faces = Faces::find(&style, &[fonts.clone(), "/usr/share/fonts".into()], false).unwrap();
    let writer = PdfWriter::new(&style, faces, Profile::Plain).unwrap();
    let bare = Bare::new(&fonts);
    for threads in [1, 2] {
        // In turns, so that both meet the same machine.
        let (mut ours, mut theirs) = (0.0, 0.0);
        for _ in 0..4 {
            ours +=
                seconds(count / 4, threads, |number| writer.write(&document(number)).unwrap().bytes.len());
            theirs += seconds(count / 4, threads, |number| bare.write(number));
        }
        let rate = |seconds: f64| f64::from(u32::try_from(count / 4 * 4).unwrap()) / seconds;
        println!("{threads} thread(s): {:.0} PDF/s, bare {:.0} PDF/s", rate(ours), rate(theirs));
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("{line}"));
    }
}

fn seconds(count: usize, threads: usize, write: impl Fn(usize) -> usize + Sync) -> f64 {
    let next = AtomicUsize::new(0);
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        break;
                    }
                    assert!(write(number) > 0);
                }
            });
        }
    });
    begun.elapsed().as_secs_f64()
}

fn sentence(number: usize, paragraph: usize) -> String {
    format!("第{number}号第{paragraph}段：{SENTENCE}")
}

fn document(number: usize) -> Document {
    let words = |text: String| vec![Inline::Text(text)];
    let blocks = (0..PARAGRAPHS).map(|paragraph| {
        let run_in = (paragraph % 3 == 0).then(|| Heading {
            level: 2,
            label: "（一）".to_owned(),
            content: words("抓实理论学习".to_owned()),
        });
        Block::Paragraph(Paragraph { run_in, content: words(sentence(number, paragraph)) })
    });
    Document {
        meta: Meta {
            title: words("云溪镇2023年第二季度工作报告".to_owned()),
            recipients: vec!["县综合办公室".to_owned()],
            signature: Some(Signature {
                name: "云溪镇".to_owned(),
                joint: Vec::new(),
                date: "2023-07-05".parse().unwrap(),
                seal: false,
            }),
            official: Official::default(),
            language: "zh-CN".to_owned(),
            subject: String::new(),
            creator: "云溪镇".to_owned(),
            generator: "huibian".to_owned(),
        },
        blocks: blocks.collect(),
    }
}

/// A world of nothing but Typst.
struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    written: AtomicUsize,
}

struct Page<'b>(&'b Bare, Source);

impl Bare {
    fn new(folder: &std::path::Path) -> Self {
        let liberation = PathBuf::from("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf");
        let fandol = ["Fang-Regular", "Kai-Regular", "Song-Regular"];
        let fandol = fandol.into_iter().map(|face| folder.join(format!("Fandol{face}.otf")));
        let fonts: Vec<Font> = fandol
            .chain([liberation])
            .filter_map(|path| Font::new(Bytes::new(std::fs::read(path).ok()?), 0))
            .collect();
        let path = VirtualPath::new("bare.typ").unwrap();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
            written: AtomicUsize::new(0),
        }
    }

    fn write(&self, number: usize) -> usize {
        let mut text = String::from(concat!(
            "#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),",
            " numbering: \"— 1 —\")\n",
            "#set text(font: ((name: \"Liberation Serif\", covers: \"latin-in-cjk\"), \"FandolFang R\"), size: 16pt,",
            " tracking: -0.3pt, lang: \"zh\", region: \"cn\", top-edge: 23.16pt, bottom-edge: -5.79pt,",
            " costs: (widow: 0%, orphan: 0%))\n",
            "#set par(leading: 0pt, spacing: 0pt, justify: true, first-line-indent: (amount: 2em, all: true))\n",
            "#set document(title: \"云溪镇2023年第二季度工作报告\")\n",
            "#align(center, text(font: \"FandolSong\", size: 22pt)[云溪镇2023年第二季度工作报告])\n\n县综合办公室：\n\n",
        ));
        for paragraph in 0..PARAGRAPHS {
            if paragraph % 3 == 0 {
                text.push_str("#text(font: \"FandolKai\")[（一）抓实理论学习。]");
            }
            let _ = writeln!(text, "{}\n", sentence(number, paragraph));
        }
        text.push_str("#align(right)[云溪镇]\n\n#align(right)[2023年7月5日]\n");
        let page = Page(self, Source::new(self.main, text));
        let length = std::thread::scope(|scope| {
            let thread = std::thread::Builder::new().stack_size(16 * 1024 * 1024);
            let thread = thread.spawn_scoped(scope, || {
                let laid_out = typst::compile::<PagedDocument>(&page).output.unwrap();
                typst_pdf::pdf(&laid_out, &typst_pdf::PdfOptions::default()).unwrap().len()
            });
            thread.unwrap().join().unwrap()
        });
        if self.written.fetch_add(1, Ordering::Relaxed) % 16 == 15 {
            comemo::evict(0);
        }
        length
    }
}

impl World for Page<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.0.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    fn main(&self) -> FileId {
        self.0.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.0.main { Ok(self.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.0.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
