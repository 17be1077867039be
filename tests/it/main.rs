//! Journeys and fixtures, in one binary so that they link once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod architecture;
mod browser;
mod chaos;
#[path = "../fake/mod.rs"]
mod fake;
mod fixtures;
mod fuzz;
mod generated;
mod inbox;
mod journeys;
#[path = "../properties/mod.rs"]
mod properties;
mod store;
mod store_damage;
mod store_schemas;
mod store_upkeep;
