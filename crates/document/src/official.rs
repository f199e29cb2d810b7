//! The parts of an official document that few reports have, each optional (GB/T 9704-2012, clause 7).

use jiff::civil::Date;
use serde::Deserialize;

use crate::block::Block;

/// What stands around title, body and signature of an official document. All of it may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Official {
    /// 份号, clause 7.2.1.
    pub serial: Option<Serial>,
    /// 密级和保密期限, clause 7.2.2.
    pub secrecy: Option<Secrecy>,
    /// 紧急程度, clause 7.2.3.
    pub urgency: Option<Urgency>,
    /// 发文机关标志, clause 7.2.4.
    pub mark: Option<IssuerMark>,
    /// 发文字号, clause 7.2.5.
    pub number: Option<DocumentNumber>,
    /// 签发人, clause 7.2.6: the persons who sign a document that goes upward; empty for one that does not.
    pub signers: Vec<String>,
    /// 附件说明 and 附件, clauses 7.3.4 and 7.3.7, in order.
    pub attachments: Vec<Attachment>,
    /// 附注, clause 7.3.6, without its brackets.
    pub note: Option<String>,
    /// 版记, clause 7.4.
    pub imprint: Option<Imprint>,
}

impl Official {
    /// Whether anything stands above the title.
    pub fn has_head(&self) -> bool {
        self.serial.is_some()
            || self.secrecy.is_some()
            || self.urgency.is_some()
            || self.mark.is_some()
            || self.number.is_some()
            || !self.signers.is_empty()
    }
}

/// 份号: which copy of a document this is, printed with six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u32")]
pub struct Serial(u32);

impl TryFrom<u32> for Serial {
    type Error = String;
    fn try_from(number: u32) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("份号 {number}: 1 to 999999"))
    }
}

impl Serial {
    /// A copy's number, 1 to 999999; none for any other.
    pub fn new(number: u32) -> Option<Self> {
        (1..=999_999).contains(&number).then_some(Self(number))
    }

    /// Six digits.
    pub fn digits(self) -> String {
        format!("{:06}", self.0)
    }
}

/// 密级 and 保密期限.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secrecy {
    /// How secret it is.
    pub level: SecrecyLevel,
    /// For how long, as it is printed: `1年`; none where no time is set.
    pub term: Option<String>,
}

/// 密级.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SecrecyLevel {
    /// 绝密.
    #[serde(rename = "绝密")]
    Top,
    /// 机密.
    #[serde(rename = "机密")]
    High,
    /// 秘密.
    #[serde(rename = "秘密")]
    Secret,
}

impl SecrecyLevel {
    /// Every level, the highest first.
    pub const ALL: [Self; 3] = [Self::Top, Self::High, Self::Secret];

    /// The level as it is printed and written in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Top => "绝密",
            Self::High => "机密",
            Self::Secret => "秘密",
        }
    }
}

/// 紧急程度.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Urgency {
    /// 特急.
    #[serde(rename = "特急")]
    Extra,
    /// 加急.
    #[serde(rename = "加急")]
    Urgent,
}

impl Urgency {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Extra, Self::Urgent];

    /// The word as it is printed and written in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Extra => "特急",
            Self::Urgent => "加急",
        }
    }
}

/// 发文机关标志: who issues the document, in large red letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuerMark {
    /// The issuers' full names; several for a joint document, the leading one first.
    pub names: Vec<String>,
    /// What follows the names: `文件`; empty for nothing.
    pub suffix: String,
}

/// 发文字号: `云委发〔2023〕5号`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentNumber {
    /// 机关代字: `云委发`.
    pub code: String,
    /// The year, in full.
    pub year: i16,
    /// The number within the year, without leading zeros.
    pub sequence: String,
}

/// One attachment: named below the body, and printed on a new page where its text is part of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its title, the same in both places.
    pub title: String,
    /// What it says; empty for one that is a document of its own.
    pub blocks: Vec<Block>,
}

/// 版记: to whom copies go, who printed the document and when; at the bottom of the last page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// 主送机关 that leave no room for the body on the first page, clause 7.3.2; empty where they stand there.
    pub recipients: Vec<String>,
    /// 抄送机关; empty for none.
    pub copies_to: Vec<String>,
    /// 印发机关.
    pub printer: String,
    /// 印发日期.
    pub printed: Date,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_has_six_digits() {
        assert_eq!(Serial::new(1).unwrap().digits(), "000001");
        assert_eq!(Serial::new(999_999).unwrap().digits(), "999999");
        assert!(Serial::new(0).is_none() && Serial::new(1_000_000).is_none());
    }

    #[test]
    fn a_document_with_an_imprint_alone_has_no_head() {
        let imprint = Imprint {
            recipients: Vec::new(),
            copies_to: Vec::new(),
            printer: String::new(),
            printed: jiff::civil::date(2023, 7, 6),
        };
        let mut official = Official { imprint: Some(imprint), ..Official::default() };
        assert!(!official.has_head());
        official.signers = vec!["某某".to_owned()];
        assert!(official.has_head());
    }
}
