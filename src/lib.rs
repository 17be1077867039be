pub mod clock;
pub mod domain;
pub mod random;
pub mod webhook;
