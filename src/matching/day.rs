//! The day on which something happened or will, wherever it stands in a sentence: «昨天», «上周五», «3 号», «三天前», "Nov 20".

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::normal::{fold, is_han};
use super::number::chinese;

/// A day that a text names, and where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spotted {
    pub start: usize,
    pub end: usize,
    pub date: NaiveDate,
}

/// Which year or month is meant where none is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Towards {
    /// The last such day not after today; later days are none.
    Past,
    /// The next such day from today on.
    Future,
}

/// When something happened. None without a date, or where the date is still to come.
pub fn day_of(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    days(&fold(text), today, Towards::Past).first().map(|spotted| spotted.date)
}

/// The day that a text names where it says little else: «昨天», «是上周五».
pub fn only_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text);
    let spotted = days(&folded, today, Towards::Past).into_iter().next()?;
    let around = folded.get(..spotted.start)?.chars().chain(folded.get(spotted.end..)?.chars());
    (around.filter(|c| c.is_alphanumeric()).count() <= AROUND_MAX).then_some(spotted.date)
}

/// Letters around a day that stands alone: «是昨天的».
const AROUND_MAX: usize = 2;

/// Longest text in bytes in which days are looked for: nobody tells a day in a longer one.
const TEXT_BYTES_MAX: usize = 1_200;

/// The days that a folded text names, in its order.
pub(super) fn days(folded: &str, today: NaiveDate, towards: Towards) -> Vec<Spotted> {
    let mut found = Vec::new();
    if folded.len() > TEXT_BYTES_MAX {
        return found;
    }
    let (mut at, mut before) = (0, ' ');
    while let Some(c) = folded[at..].chars().next() {
        // A number or word is read from its beginning.
        let begins = if c.is_ascii_alphanumeric() {
            !(before.is_ascii_alphanumeric() || c.is_ascii_digit() && matches!(before, '.' | '-' | '/'))
        } else {
            STARTS.contains(c)
        };
        // Behind a year or month that makes no date, the rest makes another one: «2 月 30 日» is not the 30th.
        let begins = begins && !folded[..at].trim_end().ends_with(['年', '月']);
        let spotted = begins.then(|| Reader { rest: &folded[at..], today, towards }.day()).flatten();
        match spotted {
            Some((date, rest)) => {
                let end = folded.len() - rest.len();
                if towards == Towards::Future || date <= today {
                    found.push(Spotted { start: at, end, date });
                }
                before = folded[..end].chars().next_back().unwrap_or(' ');
                at = end;
            }
            None => {
                before = c;
                at += c.len_utf8();
                // The rest of a numeral is no numeral.
                while "〇零一二两三四五六七八九十".contains(before)
                    && let Some(next) = folded[at..].chars().next().filter(|next| "〇零一二两三四五六七八九十".contains(*next))
                {
                    at += next.len_utf8();
                }
            }
        }
    }
    found
}

/// Days within which a day without its year may be last year's.
const LAST_YEARS_DAYS_MAX: i64 = 183;

/// Chinese characters with which a day begins.
const STARTS: &str = "大过再前昨今刚明后上这本下周星礼去半月年〇零一二两三四五六七八九十";

/// Days that are told by their distance; a longer word goes before a shorter one.
const RELATIVE: [(&str, i64); 33] = [
    ("大前天", -3),
    ("前天", -2),
    ("昨天", -1),
    ("昨日", -1),
    ("昨晚", -1),
    ("昨夜", -1),
    ("昨儿", -1),
    ("昨个", -1),
    ("今天", 0),
    ("今日", 0),
    ("今早", 0),
    ("今晨", 0),
    ("今儿", 0),
    ("今晚", 0),
    ("刚刚", 0),
    ("刚才", 0),
    ("明天", 1),
    ("明日", 1),
    ("明儿", 1),
    ("大后天", 3),
    ("后天", 2),
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
    ("yesterday", -1),
    ("last night", -1),
    ("today", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("just now", 0),
    ("tonight", 0),
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("tomorrow", 1),
];

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTHS_WHOLE: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAYS: [(&str, &str); 7] = [
    ("monday", "mon"),
    ("tuesday", "tue"),
    ("wednesday", "wed"),
    ("thursday", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
];
/// Numbers that are spelt out before a unit of time.
const SPELT: [(&str, i64); 12] = [
    ("an", 1),
    ("a", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
];
/// Behind «3号» these make the name of something else: 3号线, 1号楼.
const NOT_OF_DAYS: &str = "线楼机店馆码库院厅柜门桌球字位房";
/// Behind «3.5» and «2-3» these make a quantity of it.
const QUANTITIES: &str = "天个月年周小万元块米折倍%岁家种次分条台核g级章节版";

/// Reads a day at the beginning of a text.
#[derive(Clone, Copy)]
struct Reader<'t> {
    rest: &'t str,
    today: NaiveDate,
    towards: Towards,
}

impl<'t> Reader<'t> {
    fn day(self) -> Option<(NaiveDate, &'t str)> {
        self.relative()
            .or_else(|| self.passing())
            .or_else(|| self.weekday())
            .or_else(|| self.of_month())
            .or_else(|| self.numbered())
            .or_else(|| self.english())
    }

    /// Takes one of the words, the first that stands there.
    fn eat(&mut self, words: &[&str]) -> bool {
        let rest = self.rest.trim_start();
        let word = words.iter().find(|word| rest.starts_with(**word) && ends_here(word, &rest[word.len()..]));
        if let Some(word) = word {
            self.rest = &rest[word.len()..];
        }
        word.is_some()
    }

    fn integer(&mut self) -> Option<u32> {
        let rest = self.rest.trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let number = if digits <= 8 { rest[..digits].parse().ok()? } else { return None };
            self.rest = &rest[digits..];
            return Some(number);
        }
        match chinese(rest)? {
            (number, None, rest) if number.fract() == 0.0 && (0.0..10_000.0).contains(&number) => {
                self.rest = rest;
                Some(number as u32)
            }
            _ => None,
        }
    }

    fn in_days(&self, days: i64) -> Option<NaiveDate> {
        let distance = Days::new(days.unsigned_abs());
        if days < 0 { self.today.checked_sub_days(distance) } else { self.today.checked_add_days(distance) }
    }

    fn relative(mut self) -> Option<(NaiveDate, &'t str)> {
        let (_, days) = RELATIVE.iter().find(|(word, _)| self.eat(&[word]))?;
        Some((self.in_days(*days)?, self.rest))
    }

    /// «过三天», «再过两个星期»
    fn passing(mut self) -> Option<(NaiveDate, &'t str)> {
        if self.towards == Towards::Past || !self.eat(&["再过", "过"]) {
            return None;
        }
        let (days, months) = if self.eat(&["半个月"]) {
            (15, 0)
        } else {
            let number = i64::from(self.integer()?);
            self.unit(number)?
        };
        self.eat(&["之后", "以后", "后"]);
        self.on(days, months)
    }

    /// «上周五», «星期三», «礼拜天»
    fn weekday(mut self) -> Option<(NaiveDate, &'t str)> {
        let weeks = match () {
            () if self.eat(&["上上个", "上上"]) => Some(-2),
            () if self.eat(&["上个", "上"]) => Some(-1),
            () if self.eat(&["这个", "这", "本"]) => Some(0),
            () if self.eat(&["下个", "下"]) => Some(1),
            () => None,
        };
        if !self.eat(&["周", "星期", "礼拜"]) {
            return None;
        }
        let day =
            ["一", "二", "三", "四", "五", "六", "日"].iter().position(|day| self.eat(&[day])).or_else(|| self.eat(&["天"]).then_some(6));
        let day = day? as i64;
        // «三周年», «一周一次» are no days.
        if self.rest.starts_with(['年', '次', '个']) {
            return None;
        }
        let monday = -i64::from(self.today.weekday().num_days_from_monday());
        let distance = match (weeks, self.towards) {
            (Some(weeks), _) => monday + 7 * weeks + day,
            (None, Towards::Past) if monday + day > 0 => monday + day - 7,
            (None, Towards::Future) if monday + day < 0 => monday + day + 7,
            (None, _) => monday + day,
        };
        Some((self.in_days(distance)?, self.rest))
    }

    /// «上个月3号», «这个月底», «年底», «去年11月20日»
    fn of_month(mut self) -> Option<(NaiveDate, &'t str)> {
        if self.eat(&["年底", "今年底", "今年年底"]) {
            return Some((NaiveDate::from_ymd_opt(self.today.year(), 12, 31)?, self.rest));
        }
        if self.eat(&["明年底", "明年年底"]) {
            return Some((NaiveDate::from_ymd_opt(self.today.year() + 1, 12, 31)?, self.rest));
        }
        if self.eat(&["月底"]) {
            return Some((last_of_month(self.today.year(), self.today.month())?, self.rest));
        }
        let years = [("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1), ("后年", 2)];
        if let Some((_, years)) = years.iter().find(|(word, _)| self.eat(&[word])) {
            self.eat(&["的"]);
            let month = self.integer()?;
            return if self.eat(&["月", ".", "-", "/"]) { self.day_of_month(Some(self.today.year() + years), month) } else { None };
        }
        let months = match () {
            () if self.eat(&["上个月", "上月"]) => -1,
            () if self.eat(&["这个月", "这月", "本月"]) => 0,
            () if self.eat(&["下个月", "下月"]) => 1,
            () => return None,
        };
        let first = self.today.with_day(1)?;
        let first =
            if months < 0 { first.checked_sub_months(Months::new(1))? } else { first.checked_add_months(Months::new(months as u32))? };
        self.eat(&["的"]);
        self.day_of_month(Some(first.year()), first.month())
    }

    /// The day behind a month: «20日», «底».
    fn day_of_month(mut self, year: Option<i32>, month: u32) -> Option<(NaiveDate, &'t str)> {
        let end = self.eat(&["底", "末"]);
        let day = if end { 31 } else { self.integer()? };
        if !end && !self.eat(&["日", "号"]) && self.rest.starts_with(|c: char| QUANTITIES.contains(c)) {
            return None;
        }
        let date = match year {
            Some(year) if end => last_of_month(year, month)?,
            Some(year) => NaiveDate::from_ymd_opt(year, month, day)?,
            None if end => self.nearest(|year| last_of_month(year, month))?,
            None => self.nearest(|year| NaiveDate::from_ymd_opt(year, month, day))?,
        };
        Some((date, self.rest))
    }

    /// Of a day that comes every year, the one that is meant.
    fn nearest(&self, in_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        // 29 February comes every fourth year, once in a while every eighth.
        let mut years: Box<dyn Iterator<Item = i32>> = match self.towards {
            Towards::Past => Box::new((0..=8).map(|back| self.today.year() - back)),
            Towards::Future => Box::new((0..=8).map(|on| self.today.year() + on)),
        };
        let found = years.find_map(|year| in_year(year).filter(|date| self.fits(*date)))?;
        // «12 月 20 日提交了» in November: whether last year's is meant must be asked.
        let last_years = self.towards == Towards::Past && found.year() < self.today.year();
        (!last_years || (self.today - found).num_days() <= LAST_YEARS_DAYS_MAX).then_some(found)
    }

    fn fits(&self, date: NaiveDate) -> bool {
        match self.towards {
            Towards::Past => date <= self.today,
            Towards::Future => date >= self.today,
        }
    }

    /// «2026年11月20日», «11-20», «3号», «三天前», «提交5天了», "20 Nov", "3 days ago"
    fn numbered(mut self) -> Option<(NaiveDate, &'t str)> {
        if self.eat(&["半个月", "半个多月"]) {
            return self.ago(15, 0);
        }
        if self.eat(&["半年"]) {
            return self.ago(0, 6);
        }
        let begins = self.rest;
        let number = self.integer()?;
        let digits = begins.len() - self.rest.len();
        if digits == 8 && begins.as_bytes()[0].is_ascii_digit() {
            return Some((NaiveDate::parse_from_str(&begins[..8], "%Y%m%d").ok()?, self.rest));
        }
        let year = i32::try_from(if number < 100 { number + 2000 } else { number }).ok().filter(|year| (1990..=2200).contains(year));
        if let Some(year) = year
            && (number >= 1990 || self.rest.starts_with('年'))
        {
            let mut dated = self;
            if dated.eat(&["年", "-", "/", "."])
                && let Some(month) = dated.integer()
                && dated.eat(&["月", "-", "/", "."])
            {
                return dated.day_of_month(Some(year), month);
            }
        }
        if self.eat(&["月"]) {
            return self.day_of_month(None, number);
        }
        self.rest = if self.rest.trim_start().starts_with(['号', '日']) { self.rest.trim_start() } else { self.rest };
        if self.rest.starts_with(['号', '日']) && (1..=31).contains(&number) {
            let mark = self.rest.chars().next().map_or(0, char::len_utf8);
            self.rest = &self.rest[mark..];
            let other = self.rest.starts_with(|c: char| NOT_OF_DAYS.contains(c));
            return if other { None } else { Some((self.day_near(number)?, self.rest)) };
        }
        if let Some(found) = self.span(i64::from(number)) {
            return Some(found);
        }
        // «11.20», «11/20»: both parts are digits, and nothing makes a quantity or a version of it.
        if digits <= 2 && begins.as_bytes()[0].is_ascii_digit() && self.rest.starts_with(['.', '-', '/']) && (1..=12).contains(&number) {
            self.rest = &self.rest[1..];
            let part = self.rest.bytes().take_while(u8::is_ascii_digit).count();
            let day: u32 = if (1..=2).contains(&part) { self.rest[..part].parse().ok()? } else { return None };
            self.rest = &self.rest[part..];
            let mut after = self.rest.chars();
            let quantity = match (after.next(), after.next()) {
                (Some('.' | '-' | '/'), Some(c)) => c.is_alphanumeric() && !is_han(c),
                (Some(c), _) => QUANTITIES.contains(c) || c.is_ascii_alphanumeric(),
                _ => false,
            };
            return if quantity { None } else { Some((self.nearest(|year| NaiveDate::from_ymd_opt(year, number, day))?, self.rest)) };
        }
        self.ordinal();
        self.eat(&["of"]);
        if let Some(month) = self.month() {
            return self.english_year(month, number);
        }
        None
    }

    /// Of a day that comes every month, the one that is meant.
    fn day_near(&self, day: u32) -> Option<NaiveDate> {
        let first = self.today.with_day(1)?;
        (0..=2).find_map(|months| {
            let months = Months::new(months);
            let month = if self.towards == Towards::Past { first.checked_sub_months(months)? } else { first.checked_add_months(months)? };
            month.with_day(day).filter(|date| self.fits(*date))
        })
    }

    /// A span of time behind a number that was read: «天前», «个月后», "days ago".
    fn span(mut self, number: i64) -> Option<(NaiveDate, &'t str)> {
        let (days, months) = self.unit(number)?;
        self.ago(days, months)
    }

    /// A number of what is named next, in days and months.
    fn unit(&mut self, number: i64) -> Option<(i64, i64)> {
        Some(match () {
            () if self.eat(&["天", "days", "day"]) => (number, 0),
            () if self.eat(&["个星期", "个礼拜", "星期", "礼拜", "周", "weeks", "week"]) => (7 * number, 0),
            () if self.eat(&["个多月", "个月", "months", "month"]) => (0, number),
            () if self.eat(&["年", "years", "year"]) => (0, 12 * number),
            () if self.eat(&["个小时", "小时", "个钟头", "分钟", "hours", "hour", "minutes", "minute", "hrs", "mins"]) => (0, 0),
            () => return None,
        })
    }

    /// Days and months counted back or on, as what follows says.
    fn ago(mut self, days: i64, months: i64) -> Option<(NaiveDate, &'t str)> {
        let back = self.eat(&["之前", "以前", "前", "ago", "了"]);
        let on = !back && self.towards == Towards::Future && self.eat(&["之后", "以后", "后", "就", "到期", "内", "from now", "left"]);
        match (back, on) {
            (true, _) => {
                let span = months_of(days, months)?;
                Some((self.in_days(-days)?.checked_sub_months(span)?, self.rest))
            }
            (false, true) => self.on(days, months),
            (false, false) => None,
        }
    }

    fn on(self, days: i64, months: i64) -> Option<(NaiveDate, &'t str)> {
        let span = months_of(days, months)?;
        Some((self.in_days(days)?.checked_add_months(span)?, self.rest))
    }

    /// "Nov 20", "last Friday", "two days ago", "the 3rd"
    fn english(mut self) -> Option<(NaiveDate, &'t str)> {
        if !self.rest.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        if let Some((_, number)) = SPELT.iter().find(|(word, _)| self.eat(&[word])) {
            return self.span(*number);
        }
        if let Some(month) = self.month() {
            self.rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
            let day = self.integer()?;
            self.ordinal();
            return self.english_year(month, day);
        }
        if self.eat(&["the"]) {
            let day = self.integer().filter(|day| (1..=31).contains(day))?;
            if !self.ordinal() {
                return None;
            }
            self.eat(&["of"]);
            return match self.month() {
                Some(month) => self.english_year(month, day),
                None => Some((self.day_near(day)?, self.rest)),
            };
        }
        if self.eat(&["in"]) && self.towards == Towards::Future {
            let spelt = SPELT.iter().find(|(word, _)| self.eat(&[word])).map(|(_, number)| *number);
            let number = spelt.or_else(|| self.integer().map(i64::from))?;
            let (days, months) = self.unit(number)?;
            return self.on(days, months);
        }
        let last = self.eat(&["last", "past"]);
        let next = !last && self.eat(&["next"]);
        if !last && !next {
            self.eat(&["this", "on"]);
        }
        // "last week Wednesday", "Wednesday last week"
        let mut week = last && self.eat(&["week's", "week"]);
        let day = WEEKDAYS.iter().position(|(whole, short)| self.eat(&[whole]) || self.eat(&[short]))?;
        let day = Weekday::try_from(u8::try_from(day).ok()?).ok()?;
        week |= !last && !next && self.eat(&["of last week", "last week"]);
        if week {
            let monday = i64::from(self.today.weekday().num_days_from_monday());
            return Some((self.in_days(i64::from(day.num_days_from_monday()) - monday - 7)?, self.rest));
        }
        let back = i64::from(self.today.weekday().days_since(day));
        let distance = match () {
            () if last && back == 0 => -7,
            () if last => -back,
            () if next || self.towards == Towards::Future && back > 0 => 7 - back,
            () => -back,
        };
        Some((self.in_days(distance)?, self.rest))
    }

    fn month(&mut self) -> Option<u32> {
        let index = (0..12).find(|month| self.eat(&[MONTHS_WHOLE[*month], MONTHS[*month]]) || *month == 8 && self.eat(&["sept"]))?;
        u32::try_from(index + 1).ok()
    }

    fn ordinal(&mut self) -> bool {
        ["st", "nd", "rd", "th"].iter().any(|ending| match self.rest.strip_prefix(ending) {
            Some(rest) if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) => {
                self.rest = rest;
                true
            }
            _ => false,
        })
    }

    /// A day of a month, and the year behind it where one is said.
    fn english_year(self, month: u32, day: u32) -> Option<(NaiveDate, &'t str)> {
        let mut dated = self;
        dated.eat(&[","]);
        if let Some(year) = dated.integer().filter(|year| (1990..=2200).contains(year)) {
            return Some((NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?, dated.rest));
        }
        Some((self.nearest(|year| NaiveDate::from_ymd_opt(year, month, day))?, self.rest))
    }
}

/// As many months as anybody speaks of; none where that, or the number of days, is beyond belief.
fn months_of(days: i64, months: i64) -> Option<Months> {
    let span = u32::try_from(months).ok().filter(|months| *months < 1_200)?;
    (0..40_000).contains(&days).then(|| Months::new(span))
}

pub(super) fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// A Latin word ends where no letter follows; others always do.
fn ends_here(word: &str, rest: &str) -> bool {
    !word.ends_with(|c: char| c.is_ascii_lowercase()) || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}
