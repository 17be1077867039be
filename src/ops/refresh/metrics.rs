//! What a run tells monitoring, as a text file for node_exporter.

use std::io::{self, Write as _};
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::{RefreshReport, RefreshResult};
use crate::ops::exposition::{Exposition, Label, one};
use crate::ops::whole_file::WholeFile;
use crate::random::Random;

/// The figures of one run.
#[derive(Debug)]
pub struct Metrics<'a> {
    /// Each account that was looked at.
    pub reports: &'a [RefreshReport],
    /// When the run ended.
    pub ended_at: Timestamp,
    /// How long it took.
    pub took: SignedDuration,
    /// With which code the process ends.
    pub exit: u8,
}

impl Metrics<'_> {
    /// Writes the figures to a file that is whole at every moment, and that everybody may read: the
    /// exporter is another user.
    ///
    /// # Errors
    /// The directory cannot be written, or there is something other than a file under the name; it
    /// stays as it was.
    pub fn write(&self, path: &Path, random: &dyn Random) -> io::Result<()> {
        // The exporter reads `*.prom` alone, and so nothing half-written.
        let mut file = WholeFile::begin(path, 0o644, random)?;
        file.write_all(self.text().as_bytes())?;
        file.publish()
    }

    fn text(&self) -> String {
        let mut figures = Exposition::default();
        let each = || self.reports.iter().map(|report| (labels(report), report));
        figures.gauge(
            "token_expires_timestamp_seconds",
            "When the token of an account ends.",
            each().map(|(labels, report)| (labels, report.expires_at.as_second())),
        );
        let dead = |it: &RefreshReport| u8::from(it.result == RefreshResult::LoginNeeded);
        figures.gauge(
            "token_login_needed",
            "1 if Instagram refuses the token of an account for good.",
            each().map(|(labels, report)| (labels, dead(report))),
        );
        let count = |result| self.reports.iter().filter(|it| it.result == result).count();
        let results = RefreshResult::ALL.map(|it| (it.as_str(), count(it)));
        figures.gauge(
            "refresh_accounts",
            "Accounts by what the last run did.",
            results.iter().map(|(name, count)| ([("result", *name)], count)),
        );
        let ended = one(self.ended_at.as_second());
        figures.gauge("refresh_last_run_timestamp_seconds", "When the last run ended.", ended);
        let took = one(format!("{:.3}", self.took.as_secs_f64()));
        figures.gauge("refresh_last_run_duration_seconds", "How long the last run took.", took);
        let help = "With which exit code the last run ended.";
        figures.gauge("refresh_last_run_exit_code", help, one(self.exit));
        figures.text()
    }
}

fn labels(report: &RefreshReport) -> [Label<'_>; 2] {
    [("account_id", &report.account_id), ("alias", &report.alias)]
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn the_file_is_what_the_exporter_reads() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("igbot.prom");
        let at = Timestamp::from_second(1_790_000_000).unwrap();
        let report = |alias: &str, result| RefreshReport {
            account_id: "17".to_owned(),
            alias: alias.to_owned(),
            result,
            reason: Some("not told to monitoring".to_owned()),
            expires_at: at,
        };
        let reports = [
            report("shop", RefreshResult::Refreshed),
            report("a\"b\\c", RefreshResult::LoginNeeded),
        ];
        let took = SignedDuration::from_millis(1_250);
        let metrics = Metrics { reports: &reports, ended_at: at, took, exit: 4 };
        fs::write(&path, "older").unwrap();
        metrics.write(&path, &SystemRandom).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for line in [
            "# TYPE igbot_token_expires_timestamp_seconds gauge",
            "igbot_token_expires_timestamp_seconds{account_id=\"17\",alias=\"shop\"} 1790000000",
            "igbot_token_login_needed{account_id=\"17\",alias=\"shop\"} 0",
            "igbot_token_login_needed{account_id=\"17\",alias=\"a\\\"b\\\\c\"} 1",
            "igbot_refresh_accounts{result=\"refreshed\"} 1",
            "igbot_refresh_accounts{result=\"too_young\"} 0",
            "igbot_refresh_accounts{result=\"login_needed\"} 1",
            "igbot_refresh_last_run_timestamp_seconds 1790000000",
            "igbot_refresh_last_run_duration_seconds 1.250",
            "igbot_refresh_last_run_exit_code 4",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
        assert!(text.ends_with('\n'));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o644);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
        let nowhere = dir.path().join("no/such.prom");
        assert!(metrics.write(&nowhere, &SystemRandom).is_err());
        let victim = dir.path().join("victim");
        fs::write(&victim, "of somebody").unwrap();
        std::os::unix::fs::symlink(&victim, dir.path().join("link.prom")).unwrap();
        assert!(metrics.write(&dir.path().join("link.prom"), &SystemRandom).is_err());
        assert!(metrics.write(dir.path(), &SystemRandom).is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "of somebody");
    }
}
