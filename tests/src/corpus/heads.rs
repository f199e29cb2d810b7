//! What stands around the body of an official document.

use huibian_document::official::{
    Attachment, DocumentNumber, Imprint, IssuerMark, Official, Secrecy, SecrecyLevel, Serial, Urgency,
};

use super::day;
use super::random::Random;
use super::words::Words;

/// All of it, some of it or none.
pub fn official(random: &mut Random, words: Words) -> Official {
    let attachments = if random.happens(50) { random.within(1, 3) } else { 0 };
    let attachments = (0..attachments).map(|_| attachment(random, words)).collect();
    let note = random.happens(30).then(|| words.either("此件公开发布", "Not for release"));
    let imprint = random.happens(50).then(|| Imprint {
        recipients: Vec::new(),
        copies_to: names(random, words, 14),
        printer: words.either("云溪镇党政办公室", "Yunxi Town Office"),
        printed: day(random),
    });
    let mut official = Official { attachments, note, imprint, ..Official::default() };
    if random.happens(35) {
        return official;
    }
    official.serial =
        random.happens(50).then(|| Serial::new(u32::try_from(random.within(1, 999_999)).unwrap()).unwrap());
    official.secrecy = random.happens(50).then(|| Secrecy {
        level: random.pick(&SecrecyLevel::ALL),
        term: random.happens(60).then(|| "1年".to_owned()),
    });
    official.urgency = random.happens(50).then(|| random.pick(&Urgency::ALL));
    official.mark = random.happens(85).then(|| mark(random, words));
    official.number = random.happens(85).then(|| DocumentNumber {
        code: words.either("云委发", "YX"),
        year: 2023,
        sequence: random.within(1, 120).to_string(),
    });
    if random.happens(35) {
        let signers = ["张某某", "李某", "王某某", "欧阳某某", "赵某"];
        official.signers = signers[..random.within(1, 5)].iter().map(|name| (*name).to_owned()).collect();
    }
    official
}

fn mark(random: &mut Random, words: Words) -> IssuerMark {
    let issuers = if random.happens(30) { random.within(2, 3) } else { 1 };
    let long = random.happens(20);
    let names = (0..issuers).map(|index| {
        let length = if long { 16 } else { 4 + index };
        words.plain(random, length)
    });
    let names = names.collect();
    IssuerMark {
        names,
        suffix: if random.happens(80) { words.either("文件", "Circular") } else { String::new() },
    }
}

fn names(random: &mut Random, words: Words, most: usize) -> Vec<String> {
    let count = if random.happens(30) { 0 } else { random.within(1, most) };
    (0..count).map(|index| words.plain(random, 3 + index % 5)).collect()
}

fn attachment(random: &mut Random, words: Words) -> Attachment {
    let length = random.within(4, 40);
    Attachment { title: words.plain(random, length), blocks: Vec::new() }
}
