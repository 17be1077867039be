//! How much of its limits an app has used, as headers of answers tell (reference 9).

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::HeaderMap;
use serde_json::Value;

/// The largest share of a limit used, in per cent; above 100 calls are refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Usage(pub u16);

/// What an answer said about the limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageHeaders {
    /// `X-App-Usage`, as it came.
    pub app: Option<String>,
    /// `X-Business-Use-Case-Usage`, as it came.
    pub business: Option<String>,
    /// The largest share of them.
    pub share: Usage,
    /// That of the limits that all accounts of the app share.
    pub app_share: Usage,
    /// After which calls are expected to be taken again.
    pub regain: Option<Duration>,
}

/// Longest header that is kept; Instagram's have about a hundred characters.
const MAX_HEADER: usize = 2_000;

impl UsageHeaders {
    /// Reads both headers in each shape seen; `None` if neither is there and sound.
    pub(super) fn read(headers: &HeaderMap) -> Option<Self> {
        let text = |name| headers.get(name)?.to_str().ok().filter(|it| it.len() <= MAX_HEADER);
        let (app, business) = (text("x-app-usage"), text("x-business-use-case-usage"));
        let app_share = app.and_then(|it| largest(&serde_json::from_str(it).ok()?, is_share));
        let business_parts = business.and_then(|it| {
            let parts: BTreeMap<String, Vec<Value>> = serde_json::from_str(it).ok()?;
            Some(parts.into_values().flatten().collect::<Vec<_>>())
        });
        // Advertising and the like have limits of their own.
        let concerns_us = |part: &Value| match part["type"].as_str() {
            Some(kind) => ["instagram", "messenger"].contains(&kind),
            None => true,
        };
        let parts: Vec<_> =
            business_parts.unwrap_or_default().into_iter().filter(concerns_us).collect();
        let business_share = parts.iter().filter_map(|part| largest(part, is_share)).max();
        let minutes = parts.iter().filter_map(|part| largest(part, is_regain)).max();
        Some(Self {
            share: Usage(app_share.max(business_share)?),
            app_share: Usage(app_share.unwrap_or_default()),
            app: app.filter(|_| app_share.is_some()).map(str::to_owned),
            business: business.filter(|_| business_share.is_some()).map(str::to_owned),
            regain: minutes.filter(|it| *it > 0).map(|it| Duration::from_secs(60 * u64::from(it))),
        })
    }
}

/// The name of the one number among them that is no share but minutes.
const REGAIN: &str = "estimated_time_to_regain_access";

fn is_share(name: &str) -> bool {
    name != REGAIN
}

fn is_regain(name: &str) -> bool {
    name == REGAIN
}

/// The largest of an object's numbers whose names are wanted.
fn largest(usage: &Value, wanted: fn(&str) -> bool) -> Option<u16> {
    let number = |(name, value): (&String, &Value)| match wanted(name) {
        true => value.as_f64().map(|number| number.ceil() as u16),
        false => None,
    };
    usage.as_object()?.iter().filter_map(number).max()
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
            (
                "x-business-use-case-usage",
                r#"{"17":[{"type":"ads_insights","call_count":100},{"type":"instagram","call_count":4}]}"#,
                Some(4),
            ),
            ("x-business-use-case-usage", r#"{"17":[{"type":"pages","call_count":100}]}"#, None),
            ("x-business-use-case-usage", r#"{"17":{"call_count":3}}"#, None),
            ("x-app-usage", "no json", None),
            ("x-app-usage", r#"{"call_count":-4,"total_time":1e9}"#, Some(u16::MAX)),
            ("x-other", r#"{"call_count":28}"#, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            let read = UsageHeaders::read(&headers);
            assert_eq!(read.as_ref().map(|it| it.share.0), expected, "{value}");
            if value.contains("regain") {
                assert_eq!(read.unwrap().regain, Some(Duration::from_secs(500 * 60)));
            }
        }
    }
}
