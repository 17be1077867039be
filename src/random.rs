//! The one door through which randomness comes in.
//!
//! Everything that has to be unguessable or unique (OAuth state, row keys, lease owners) asks here.
//! Fernet draws its initialisation vectors from the same operating-system source by itself.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A source of random bytes.
pub trait Random: Debug + Send + Sync {
    /// Sixteen fresh bytes, 128 bits: what [security, 19] asks of an OAuth state.
    fn bytes16(&self) -> [u8; 16];

    /// Sixteen fresh bytes as 22 URL-safe characters.
    fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes16())
    }

    /// A random part of a span of time, so that many who wait do not come at once.
    fn part_of(&self, span: Duration) -> Duration {
        let [share, ..] = self.bytes16();
        let [_, finer, ..] = self.bytes16();
        span.mul_f64(f64::from(u16::from_be_bytes([share, finer])) / f64::from(u16::MAX))
    }
}

/// A source shared between the rooms.
pub type SharedRandom = Arc<dyn Random>;

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn bytes16(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Nothing sensible can go on without entropy: a predictable state or row key would be worse
        // than stopping, and Linux has failed this call only before its pool was first filled.
        #[expect(clippy::expect_used)]
        getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
        bytes
    }
}
