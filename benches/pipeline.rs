//! How long the sample Brief takes, stage by stage. Run with `cargo bench`.

#![allow(clippy::expect_used, reason = "a bench that cannot run should say so at once")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use mujaz::diag::Sources;
use mujaz::output::{Identity, Standard, pdf, png};
use mujaz::typeset::{Assets, Job, compile, evict};
use time::macros::{date, datetime};

const BRIEF: &[u8] = include_bytes!("../templates/sample/brief-ar.json");

fn job(brief: &[u8]) -> Job {
    Job::new(brief.to_vec(), date!(2031 - 06 - 30))
}

/// The sample under another title each time, as after an edit.
fn edited(round: &mut u32) -> Job {
    *round += 1;
    let mut brief: serde_json::Value = serde_json::from_slice(BRIEF).expect("the sample is JSON");
    brief["document"]["title"] = format!("{round}").into();
    job(brief.to_string().as_bytes())
}

fn pipeline(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sample");
    group.sample_size(20);
    group.bench_function("assets", |bencher| {
        bencher.iter(|| Assets::builtin(&mut Sources::new()).expect("the embedded files are good"));
    });
    let assets = Assets::builtin(&mut Sources::new()).expect("the embedded files are good");
    let typeset = |job: &Job| compile(&assets, job).expect("the sample compiles");
    group.bench_function("compile cold", |bencher| {
        bencher.iter_batched(|| evict(0), |()| typeset(&job(BRIEF)), BatchSize::PerIteration);
    });
    let mut round = 0;
    group.bench_function("compile after an edit", |bencher| {
        bencher.iter_batched(|| edited(&mut round), |job| typeset(&job), BatchSize::PerIteration);
    });
    let done = typeset(&job(BRIEF));
    let identity = Identity::new("2031-06", "ar", "public", datetime!(2031-06-30 18:00 +3));
    for standard in [Standard::Record, Standard::Delivery] {
        group.bench_function(format!("pdf {standard:?}"), |bencher| {
            let export = || pdf(&done, &identity, standard).expect("the sample exports");
            bencher.iter_batched(|| evict(0), |()| black_box(export()), BatchSize::PerIteration);
        });
    }
    group.bench_function("png 100 ppi", |bencher| {
        bencher.iter(|| png(&done, 100.0).expect("the sample can be drawn"));
    });
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
