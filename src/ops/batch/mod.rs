//! Many messages out of one file: read whole, sent once each, stopped and resumed anywhere.

mod backoff;
mod commit;
mod compose;
mod course;
mod error;
mod lines;
mod load;
mod prefetch;
mod report;
mod run;
mod source;

pub use error::BatchError;
pub use load::{Checked, Held, Input, Refused, check, load};
pub use report::{ended_rows, try_report, write_report};
pub use run::{Progress, Ran, Rules, Stop, account, cancel, close, resume, run, status};
pub use source::RowError;
