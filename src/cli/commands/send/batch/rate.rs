//! How fast a batch goes.

use std::str::FromStr;

use crate::domain::rate::Pace;

/// A pace as it was typed.
#[derive(Debug, Clone)]
pub(super) struct Rate {
    pub(super) typed: String,
    pub(super) pace: Pace,
}

impl FromStr for Rate {
    type Err = String;

    /// Reads a number with /s, /m or /h; a second without one.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (number, seconds) = match text.split_once('/') {
            None | Some((_, "s")) => (text.trim_end_matches("/s"), 1.0),
            Some((number, "m")) => (number, 60.0),
            Some((number, "h")) => (number, 3_600.0),
            Some(_) => ("", 1.0),
        };
        match number.parse::<f64>() {
            Ok(number) if (0.001..=1e6).contains(&number) => {
                Ok(Self { typed: text.to_owned(), pace: Pace::per_second(number / seconds) })
            }
            _ => Err("use a number with /s, /m or /h, like 20/s or 700/h".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_number_and_a_unit() {
        for (text, rate) in [("20", 20.0), ("20/s", 20.0), ("30/m", 0.5), ("1.5/s", 1.5)] {
            let read: Rate = text.parse().unwrap();
            assert!((read.pace.rate() - rate).abs() < 0.01, "{text}");
        }
        for text in ["", "0/s", "-1/s", "fast", "20/d", "/s", "NaN/s", "inf/s"] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }
}
