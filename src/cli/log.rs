//! What igbot says while it works, on standard error.

use tracing::Level;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::error::CommandError;
use crate::config::{LEVELS, Setting, Settings};

/// Starts logging at `IGBOT_LOG`, or at `usual` raised by the number of `-v`.
///
/// Only igbot's own records are shown: those of the HTTP libraries carry URLs.
pub(super) fn start(
    settings: &Settings,
    usual: Level,
    verbose: u8,
    json: bool,
) -> Result<(), CommandError> {
    let level = match settings.get(Setting::Log) {
        Some(text) => text.parse().map_err(|_| settings.invalid(Setting::Log, LEVELS))?,
        None => match (usual, verbose) {
            (level, 0) => level,
            (Level::WARN, 1) => Level::INFO,
            (_, 1) => Level::DEBUG,
            _ => Level::TRACE,
        },
    };
    let filter = Targets::new().with_target("igbot", level);
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    let layer = match json {
        true => layer.json().boxed(),
        false => {
            let color = dialoguer::console::colors_enabled_stderr();
            layer.with_ansi(color).boxed()
        }
    };
    // Fails only if a subscriber is there already, as in a test.
    let _ = tracing_subscriber::registry().with(layer.with_filter(filter)).try_init();
    Ok(())
}
