//! How long a 50 MB file takes to read with the place of every value, against `serde_yaml` into a `Value`
//! without places. Run with `cargo bench --bench yaml`; the ratio of the two is what counts.

#![allow(clippy::expect_used, reason = "a bench that cannot run should say so at once")]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mujaz::diag::Sources;
use mujaz::yaml::{Limits, parse};

/// Figures as an edition has them, until there are so many bytes.
fn figures(bytes: usize) -> String {
    let mut text = String::from("figures:\n");
    for id in 0.. {
        if text.len() >= bytes {
            break;
        }
        let _ = write!(
            text,
            "  - id: figure_{id}\n    metric: returnees\n    q: more_than\n    value: {id}\n    as_of: 2031-06\n    \
             place: [IQG08, SYR]\n    source: [office_{}]\n    note: {{ar: \"قياسًا إلى الشهر السابق\", en: 'against the month before'}}\n",
            id % 40
        );
    }
    text
}

fn reading(criterion: &mut Criterion) {
    let text = figures(50 << 20);
    let limits = Limits { bytes: 64 << 20, values: usize::MAX, ..Limits::default() };
    let mut group = criterion.benchmark_group("50 MB of YAML");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    let mut sources = Sources::new();
    let file = sources.add("figures.yaml", "neutral data", text.clone());
    group.bench_function("mujaz, with places", |bencher| {
        bencher.iter(|| {
            let (tree, findings) = parse(file, &sources, &limits);
            assert!(findings.is_empty());
            black_box(tree.expect("a tree"))
        });
    });
    group.bench_function("serde_yaml, into a Value", |bencher| {
        bencher.iter(|| serde_yaml::from_str::<serde_yaml::Value>(black_box(&text)).expect("a value"));
    });
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
