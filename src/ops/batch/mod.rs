//! Many messages out of one file: read whole, sent once each, stopped and resumed anywhere.

mod compose;
mod load;
mod report;
mod run;
mod source;

pub use load::{Checked, Held, Input, Refused, check, load};
pub(in crate::ops) use report::plain;
pub use report::{Form, report};
pub use run::{Ran, Rules, Stop, resume, run};
pub use source::RowError;
