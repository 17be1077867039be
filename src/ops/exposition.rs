//! Figures as Prometheus reads them: its text format, version 0.0.4.

use std::fmt::{Display, Write as _};

/// A text of metric families, each with its help and its type.
#[derive(Debug, Default)]
pub(super) struct Exposition(String);

/// One label of a sample; without one a family has one sample.
pub(super) type Label<'a> = (&'a str, &'a str);

impl Exposition {
    /// Adds a family whose values can go down.
    pub(super) fn gauge<'a, const N: usize, V: Display>(
        &mut self,
        name: &str,
        help: &str,
        samples: impl IntoIterator<Item = ([Label<'a>; N], V)>,
    ) {
        self.family(name, "gauge", help, samples);
    }

    /// Adds a family that counts.
    pub(super) fn counter<'a, const N: usize, V: Display>(
        &mut self,
        name: &str,
        help: &str,
        samples: impl IntoIterator<Item = ([Label<'a>; N], V)>,
    ) {
        self.family(name, "counter", help, samples);
    }

    fn family<'a, const N: usize, V: Display>(
        &mut self,
        name: &str,
        kind: &str,
        help: &str,
        samples: impl IntoIterator<Item = ([Label<'a>; N], V)>,
    ) {
        // Writing into a String cannot fail.
        let _ = write!(self.0, "# HELP igbot_{name} {help}\n# TYPE igbot_{name} {kind}\n");
        for (labels, value) in samples {
            let labels = labels.map(|(name, value)| format!("{name}=\"{}\"", escaped(value)));
            let _ = match labels.is_empty() {
                true => writeln!(self.0, "igbot_{name} {value}"),
                false => writeln!(self.0, "igbot_{name}{{{}}} {value}", labels.join(",")),
            };
        }
    }

    /// The whole text.
    pub(super) fn text(self) -> String {
        self.0
    }
}

/// The single sample of a family without labels.
pub(super) fn one<V>(value: V) -> [([Label<'static>; 0], V); 1] {
    [([], value)]
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
