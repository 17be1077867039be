pub mod callback;
pub mod clock;
pub mod domain;
pub mod graph;
pub mod random;
pub mod webhook;
