//! Where a filing stands in time: working days, and the days by which something must be done.
//!
//! Draws on an assessment and on the days that a person told. Knows neither sessions nor words of any language.

mod deadlines;
mod workdays;

pub use deadlines::{Deadline, DeadlineKind, Expected, Standing, Told, deadlines, expected, untold, usual};
pub use workdays::{Counted, Workdays, WorkdaysProblem};
