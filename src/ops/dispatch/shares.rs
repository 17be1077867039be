//! Which part of the places for events each bot may hold: one that hangs must not keep those of other
//! accounts waiting.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::DispatchPolicy;
use crate::bot::Handler;

/// The places of each bot, by its name in the config file; that of the command line has none.
pub(super) struct Shares {
    places: BTreeMap<Option<String>, Arc<Semaphore>>,
    most: usize,
}

impl Shares {
    /// Three quarters of the places for each, where there are several bots; one alone may have them all.
    pub(super) fn of(policy: &DispatchPolicy) -> Self {
        let usual = (policy.bot.handler != Handler::None).then_some(None);
        let names: Vec<_> =
            usual.into_iter().chain(policy.bots.keys().cloned().map(Some)).collect();
        let most = match names.len() {
            0 | 1 => policy.concurrency,
            _ => (policy.concurrency * 3 / 4).max(1),
        };
        let places = names.into_iter().map(|name| (name, Arc::new(Semaphore::new(most))));
        Self { places: places.collect(), most }
    }

    /// How many one bot may hold.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// The bots that hold as many places as they may.
    pub(super) fn full(&self) -> impl Iterator<Item = Option<&str>> {
        let full = self.places.iter().filter(|(_, places)| places.available_permits() == 0);
        full.map(|(name, _)| name.as_deref())
    }

    /// The fewest free places of any bot that is not full: so many events can be taken up, whosever they are.
    pub(super) fn room(&self) -> Option<usize> {
        self.places.values().map(|places| places.available_permits()).filter(|room| *room > 0).min()
    }

    /// A place for an event of a bot; `None` if it holds as many as it may.
    pub(super) fn take(&self, bot: Option<&str>) -> Option<OwnedSemaphorePermit> {
        let places = self.places.get(&bot.map(str::to_owned))?;
        Arc::clone(places).try_acquire_owned().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bot::Bot;

    fn shares(handler: Handler, bots: &[&str]) -> Shares {
        let echo = || Bot::of(Handler::Echo { prefix: String::new() });
        let bots = bots.iter().map(|name| ((*name).to_owned(), echo())).collect();
        Shares::of(&DispatchPolicy {
            bot: Bot::of(handler),
            bots,
            concurrency: 8,
            max_attempts: 1,
            mark_seen: false,
            typing: false,
        })
    }

    #[test]
    fn a_bot_leaves_places_to_the_others_and_one_alone_has_them_all() {
        let many =
            |shares: &Shares, bot| (0..20).map_while(|_| shares.take(bot)).collect::<Vec<_>>();
        let two = shares(Handler::None, &["shop", "cafe"]);
        let held = many(&two, Some("shop"));
        assert_eq!((held.len(), many(&two, Some("cafe")).len()), (6, 6));
        assert_eq!(two.full().collect::<Vec<_>>(), [Some("shop")]);
        assert_eq!(two.room(), Some(6));
        drop(held);
        assert!(two.take(Some("shop")).is_some(), "they are given back");
        assert_eq!((two.full().count(), two.room()), (0, Some(6)));
        let one = shares(Handler::Echo { prefix: String::new() }, &[]);
        assert_eq!(many(&one, None).len(), 8);
    }
}
