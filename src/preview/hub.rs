//! The newest [`State`], who shows it, and who is to be told of the next.

use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::answer::event;
use super::state::State;

/// The most pages in browsers that are told of new states; of more, the oldest is let go and asks again.
const LISTENERS: usize = 32;

/// Shared by those who answer requests and whoever makes the pages.
pub struct Hub {
    inner: Mutex<Inner>,
    wanted: Box<dyn Fn() + Send + Sync>,
}

struct Inner {
    state: Arc<State>,
    version: u64,
    /// The languages that are shown.
    shown: Vec<String>,
    /// What was told last, to tell nothing twice.
    told: Value,
    listeners: Vec<Box<dyn Write + Send>>,
}

impl Hub {
    /// Begins with a state. `wanted` is called when other languages are to be shown.
    pub fn new(state: State, shown: Vec<String>, wanted: impl Fn() + Send + Sync + 'static) -> Self {
        let told = state.json(&shown);
        let inner = Inner { state: Arc::new(state), version: 1, shown, told, listeners: Vec::new() };
        Self { inner: Mutex::new(inner), wanted: Box::new(wanted) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere leaves the newest state that was whole.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newest state.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.inner().state)
    }

    /// The languages that are shown, as they were asked for last.
    pub fn shown(&self) -> Vec<String> {
        self.inner().shown.clone()
    }

    /// Puts a newer state in the place of the last. If it looks different, everyone who listens is told.
    pub fn publish(&self, state: State) {
        let mut inner = self.inner();
        let told = state.json(&inner.shown);
        let earlier = std::mem::replace(&mut inner.state, Arc::new(state));
        if inner.told != told {
            inner.told = told;
            inner.version += 1;
            let mut told = inner.versioned();
            told["drawings"] = json!(inner.state.renewed(&earlier, &inner.shown));
            let event = event(&told.to_string());
            inner.listeners.retain_mut(|listener| send(&mut **listener, &event).is_ok());
        }
    }

    /// The state for a page, which shows these languages from now on; the same as before where it names none.
    pub(super) fn told(&self, show: &[String]) -> String {
        let mut inner = self.inner();
        let mut changed = false;
        let known = |lang: &&String| inner.state.languages.iter().any(|language| language.tag == **lang);
        let show: Vec<String> = show.iter().filter(known).cloned().collect();
        if !show.is_empty() && show != inner.shown {
            inner.shown = show;
            inner.told = inner.state.json(&inner.shown);
            // What is on its way to a listener is older than this answer.
            inner.version += 1;
            changed = true;
        }
        let told = inner.versioned();
        drop(inner);
        if changed {
            (self.wanted)();
        }
        told.to_string()
    }

    /// Tells a listener of the newest state, and of each that follows.
    pub(super) fn listen(&self, mut listener: Box<dyn Write + Send>) {
        let mut inner = self.inner();
        let begun = send(&mut *listener, &event(&inner.versioned().to_string()));
        if begun.is_ok() {
            if inner.listeners.len() == LISTENERS {
                inner.listeners.remove(0);
            }
            inner.listeners.push(listener);
        }
    }

    /// Finds out which listeners have gone.
    pub(super) fn beat(&self) {
        let alive = |it: &mut Box<dyn Write + Send>| it.write_all(b":\n\n").and_then(|()| it.flush()).is_ok();
        self.inner().listeners.retain_mut(alive);
    }
}

impl Inner {
    /// What is told, with its version.
    fn versioned(&self) -> Value {
        let mut told = self.told.clone();
        told["version"] = json!(self.version);
        told
    }
}

fn send(to: &mut dyn Write, event: &str) -> std::io::Result<()> {
    to.write_all(event.as_bytes())?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};

    use serde_json::{Value, json};

    use super::Hub;
    use crate::diag::Tongue;
    use crate::preview::state::{Language, State};

    #[derive(Clone, Default)]
    struct Ear(Arc<Mutex<Vec<u8>>>, bool);

    impl Write for Ear {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.1 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn state(title: &str) -> State {
        let language = |tag: &str| Language {
            tag: tag.into(),
            name: tag.into(),
            dir: "ltr",
            pages: None,
            is_current: false,
        };
        let mut state = State::new("e", Tongue::English);
        state.title = title.to_owned();
        state.languages = vec![language("ar"), language("en")];
        state
    }

    #[test]
    fn each_new_state_is_told_once() {
        let hub = Hub::new(state("a"), vec!["ar".into()], || {});
        let ear = Ear::default();
        hub.listen(Box::new(ear.clone()));
        hub.listen(Box::new(Ear(Arc::default(), true)));
        hub.publish(state("a"));
        hub.publish(state("b"));
        let heard = String::from_utf8(ear.0.lock().unwrap().clone()).unwrap();
        let events: Vec<Value> = heard
            .split_terminator("\n\n")
            .map(|it| serde_json::from_str(it.strip_prefix("data: ").unwrap()).unwrap())
            .collect();
        let told: Vec<_> = events.iter().map(|it| (&it["version"], &it["title"])).collect();
        assert_eq!(told, [(&json!(1), &json!("a")), (&json!(2), &json!("b"))]);
        let mut last = serde_json::from_str::<Value>(&hub.told(&[])).unwrap();
        last["drawings"] = json!({});
        assert_eq!(last, events[1]);
    }

    #[test]
    fn other_languages_are_wanted_once_and_unknown_ones_never() {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let hub = Hub::new(state("a"), vec!["ar".into()], move || {
            counted.fetch_add(1, Ordering::Relaxed);
        });
        for show in [&["ar"][..], &["en", "ar"], &["en", "ar"], &["xx"], &[]] {
            hub.told(&show.iter().map(|lang| (*lang).to_owned()).collect::<Vec<_>>());
        }
        assert!(hub.told(&[]).contains("\"version\":2"));
        assert_eq!((calls.load(Ordering::Relaxed), hub.shown()), (1, vec!["en".to_owned(), "ar".to_owned()]));
    }
}
