//! How long people waited, as counts of minutes: from these one knows more than an average, and nothing of anybody.

use std::collections::BTreeMap;

/// What is counted of every first reply, with its minutes as the detail.
pub const FIRST_REPLY_AFTER: &str = "first_reply_after";

/// Fewer cases tell nothing of the slowest tenth.
const NINETIETH_FROM: i64 = 10;

/// How often people waited for so many minutes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waits(BTreeMap<i64, i64>);

impl Waits {
    /// From details and counts; a detail that is no number says nothing.
    pub fn of<'d>(counts: impl IntoIterator<Item = (&'d str, i64)>) -> Waits {
        let mut waits = BTreeMap::new();
        for (minutes, count) in counts {
            if let Ok(minutes) = minutes.parse::<i64>() {
                *waits.entry(minutes).or_default() += count.max(0);
            }
        }
        Waits(waits)
    }

    /// The minutes within which half of all were answered.
    pub fn median(&self) -> Option<i64> {
        self.within(50)
    }

    /// The minutes within which nine of ten were answered; none where too few were.
    pub fn ninetieth(&self) -> Option<i64> {
        (self.cases() >= NINETIETH_FROM).then(|| self.within(90)).flatten()
    }

    fn cases(&self) -> i64 {
        self.0.values().sum()
    }

    /// The fewest minutes within which so many of a hundred were answered.
    fn within(&self, percent: i64) -> Option<i64> {
        let wanted = self.cases() * percent;
        let mut answered = 0;
        self.0.iter().find_map(|(minutes, count)| {
            answered += count;
            (answered > 0 && answered * 100 >= wanted).then_some(*minutes)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Waits;

    fn of(minutes: &[i64]) -> Waits {
        let details: Vec<String> = minutes.iter().map(i64::to_string).collect();
        Waits::of(details.iter().map(|detail| (detail.as_str(), 1)))
    }

    #[test]
    fn half_and_nine_of_ten_are_answered_within_their_minutes() {
        assert_eq!((of(&[]).median(), of(&[]).ninetieth()), (None, None));
        assert_eq!((of(&[7]).median(), of(&[7]).ninetieth()), (Some(7), None));
        assert_eq!(of(&[1, 2]).median(), Some(1));
        assert_eq!(of(&[600, 1, 2]).median(), Some(2), "one long night moves an average, not this");
        let ten = of(&[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        assert_eq!((ten.median(), ten.ninetieth()), (Some(5), Some(9)));
        assert_eq!(of(&[1, 2, 3, 4, 5, 6, 7, 8, 9]).ninetieth(), None, "too few to tell");
        let often = Waits::of([("3", 95), ("200", 5)]);
        assert_eq!((often.median(), often.ninetieth()), (Some(3), Some(3)));
        assert_eq!(Waits::of([("soon", 4), ("5", -1)]).median(), None);
    }
}
