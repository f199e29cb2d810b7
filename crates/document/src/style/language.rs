//! The tag of a language, as BCP 47 (RFC 5646, 2.1) spells it.

/// Whether a text is well formed: `zh-CN`, `zh-Hans-CN`, `en-GB-oxendict`.
pub fn is_tag(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_sound =
        |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !parts.iter().all(is_sound) {
        return false;
    }
    let (language, rest) = (parts[0], &parts[1..]);
    if language.eq_ignore_ascii_case("x") {
        return !rest.is_empty();
    }
    if !is_alphabetic(language) || language.len() < 2 {
        return false;
    }
    let mut rest = rest;
    if language.len() <= 3 {
        skip(&mut rest, 3, |part| part.len() == 3 && is_alphabetic(part));
    }
    skip(&mut rest, 1, |part| part.len() == 4 && is_alphabetic(part));
    skip(&mut rest, 1, is_region);
    skip(&mut rest, usize::MAX, is_variant);
    extensions(rest)
}

fn is_alphabetic(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_region(part: &str) -> bool {
    let is_number = part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    is_number || (part.len() == 2 && is_alphabetic(part))
}

fn is_variant(part: &str) -> bool {
    part.len() >= 5 || (part.len() == 4 && part.as_bytes()[0].is_ascii_digit())
}

fn skip(parts: &mut &[&str], most: usize, is: impl Fn(&str) -> bool) {
    let found = parts.iter().take(most).take_while(|part| is(part)).count();
    *parts = &parts[found..];
}

/// Extensions, each a single sign and what follows it; after `x` all is private.
fn extensions(mut rest: &[&str]) -> bool {
    while let Some((sign, after)) = rest.split_first() {
        if sign.len() != 1 {
            return false;
        }
        if sign.eq_ignore_ascii_case("x") {
            return !after.is_empty();
        }
        let own = after.iter().take_while(|part| part.len() >= 2).count();
        if own == 0 {
            return false;
        }
        rest = &after[own..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn tags_are_known_by_their_form() {
        for tag in [
            "zh",
            "zh-CN",
            "zh-Hans-CN",
            "en-GB",
            "es-419",
            "de-CH-1996",
            "zh-yue-HK",
            "en-GB-oxendict",
            "ja-u-ca-japanese",
            "x-office",
            "ug-CN-x-a",
        ] {
            assert!(is_tag(tag), "{tag}");
        }
        for text in [
            "",
            "z",
            "中文",
            "zh_CN",
            "zh-",
            "zz-@@&<",
            "zh-CN-CN",
            "zh CN",
            "en-a",
            "en-x",
            "chinesisch",
            "12",
        ] {
            assert!(!is_tag(text), "{text}");
        }
    }
}
