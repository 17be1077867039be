//! How much of its limits an app has used, as headers of answers tell (reference 9).

use std::collections::BTreeMap;

use reqwest::header::HeaderMap;
use serde_json::Value;

/// The largest share of a limit used, in per cent; above 100 calls are refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Usage(pub u16);

impl Usage {
    /// Reads both headers in each shape seen; `None` if neither is there and sound.
    pub(super) fn read(headers: &HeaderMap) -> Option<Self> {
        let json = |name| serde_json::from_slice::<Value>(headers.get(name)?.as_bytes()).ok();
        let app = json("x-app-usage").and_then(|usage| largest(&usage));
        let business = json("x-business-use-case-usage").and_then(|usage| {
            let usage: BTreeMap<String, Vec<Value>> = serde_json::from_value(usage).ok()?;
            usage.values().flatten().filter_map(largest).max()
        });
        app.max(business).map(Self)
    }
}

/// The largest of an object's shares. Its other numbers are times, not shares.
fn largest(usage: &Value) -> Option<u16> {
    let share = |(name, value): (&String, &Value)| match name.as_str() {
        "estimated_time_to_regain_access" => None,
        _ => value.as_f64().map(|percent| percent.ceil() as u16),
    };
    usage.as_object()?.iter().filter_map(share).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_share_counts_in_every_shape_seen() {
        for (name, value, expected) in [
            ("x-app-usage", r#"{"call_count":28,"total_time":25,"total_cputime":25}"#, Some(28)),
            ("x-app-usage", r#"{"call_volume":0,"cpu_time":0}"#, Some(0)),
            ("x-app-usage", r#"{"call_count":99.2}"#, Some(100)),
            (
                "x-business-use-case-usage",
                r#"{"17":[{"type":"messenger","call_count":3,"total_cputime":81,"total_time":2,"estimated_time_to_regain_access":500}]}"#,
                Some(81),
            ),
            ("x-business-use-case-usage", r#"{"17":{"call_count":3}}"#, None),
            ("x-app-usage", "no json", None),
            ("x-app-usage", r#"{"call_count":-4,"total_time":1e9}"#, Some(u16::MAX)),
            ("x-other", r#"{"call_count":28}"#, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            assert_eq!(Usage::read(&headers), expected.map(Usage), "{value}");
        }
    }
}
