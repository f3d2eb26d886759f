//! Domain names and numbers of people in what is typed.

use super::vocabulary::Vocabulary;

/// Longest domain name, in bytes.
const DOMAIN_BYTES_MAX: usize = 253;

/// The domain in an answer: bare, in a URL or after a few words.
pub(super) fn domain(answer: &str) -> Option<String> {
    let tokens = || {
        answer
            .split(|c: char| c.is_whitespace() || "，。、；：！？（）“”".contains(c))
            .filter(|token| token.trim_matches('.').contains('.'))
    };
    // «域名是foo.cn»: of Latin letters and Chinese characters in one run the letters are the domain, unless what follows the last
    // dot is Chinese.
    let is_latin = |c: char| c.is_ascii_alphanumeric() || "-./:?#=&_%".contains(c);
    let latin = tokens().flat_map(|token| token.split(move |c| !is_latin(c))).find_map(host);
    latin.or_else(|| tokens().find_map(host))
}

/// What is said behind a domain that is denied: «不是 a.com，是 b.com».
pub(super) fn after_denial<'a>(vocabulary: &Vocabulary, answer: &'a str) -> &'a str {
    let behind = |text: &str, what: &str| {
        let words = vocabulary.opening_words(what).iter();
        words.filter_map(|word| Some(text.find(word.as_str())? + word.len())).min()
    };
    let Some(denied) = behind(answer, "not_this") else { return answer };
    let rest = &answer[denied..];
    behind(rest, "but_this").map_or("", |at| &rest[at..])
}

/// The host in a domain or URL.
fn host(token: &str) -> Option<String> {
    if !token.trim_matches('.').contains('.') {
        return None;
    }
    let token = token.to_lowercase();
    let without_scheme = token.split_once("://").map_or(token.as_str(), |(_, rest)| rest);
    let host = without_scheme.split(['/', '?', '#', ':']).next()?.trim_matches('.');
    let labels_fit = host.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-') && !label.ends_with('-')
    });
    let ends_in_name = host.rsplit('.').next().is_some_and(|last| !last.chars().all(|c| c.is_ascii_digit()));
    let host = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
    (host.contains('.') && host.len() <= DOMAIN_BYTES_MAX && labels_fit && ends_in_name).then(|| host.to_owned())
}

/// Digits in a row from which on a number may be that of a phone or a person.
const DIGITS_KEPT_MAX: usize = 6;

/// Hides what looks like the number of a phone, a person or a bank card, also with single blanks or dashes in it.
pub(super) fn mask(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut masked = characters.clone();
    let mut start = 0;
    while start < characters.len() {
        if !is_digit(characters[start]) {
            start += 1;
            continue;
        }
        let (mut end, mut digits) = (start, 0);
        while let Some(&next) = characters.get(end) {
            let joins = matches!(next, '-' | ' ' | '－') && characters.get(end + 1).is_some_and(|after| is_digit(*after));
            let check = matches!(next, 'x' | 'X') && digits >= 17;
            if is_digit(next) || check {
                digits += 1;
            } else if !joins {
                break;
            }
            end += 1;
        }
        if digits > DIGITS_KEPT_MAX {
            masked[start..end].iter_mut().filter(|c| is_digit(**c) || matches!(**c, 'x' | 'X')).for_each(|c| *c = '*');
        }
        start = end;
    }
    masked.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{domain, mask};

    #[test]
    fn numbers_of_people_and_phones_are_hidden_and_others_are_not() {
        for (said, kept) in [
            ("张三 13800138000", "张三 ***********"),
            ("110101199003078515", "******************"),
            ("11010119900307851X", "******************"),
            ("138-0013-8000", "***-****-****"),
            ("138 0013 8000", "*** **** ****"),
            ("１３８００１３８０００", "***********"),
            ("360 网站", "360 网站"),
            ("示例 123456 号", "示例 123456 号"),
        ] {
            assert_eq!(mask(said), kept);
        }
    }

    #[test]
    fn a_domain_is_found_bare_in_a_url_and_in_a_sentence() {
        for (said, found) in [
            ("example.com", Some("example.com")),
            ("https://www.Example.com/blog?x=1", Some("example.com")),
            ("域名是 foo.top，谢谢", Some("foo.top")),
            ("域名是foo.cn", Some("foo.cn")),
            ("就www.foo.com吧", Some("foo.com")),
            ("例子.中国", Some("例子.中国")),
            ("没有域名", None),
            ("1.5", None),
            ("-bad-.com", None),
        ] {
            assert_eq!(domain(said).as_deref(), found, "{said}");
        }
    }
}
