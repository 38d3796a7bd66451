//! What is asked for, what engines say, and who makes what.

use super::Shard;

fn read(asked: &str, vars: &[(&str, &str)]) -> Result<(u32, u32), String> {
    let find = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    let shard = Shard::read(asked, find).map_err(|finding| {
        assert!(finding.code == "CL04" && !finding.help.is_empty(), "{finding:?}");
        finding.message
    })?;
    Ok((shard.index(), shard.count()))
}

#[test]
fn a_part_is_named_by_hand() {
    assert_eq!(read("1/1", &[]), Ok((1, 1)));
    assert_eq!(read("3/16", &[("CI_NODE_INDEX", "1"), ("CI_NODE_TOTAL", "2")]), Ok((3, 16)));
    for wrong in
        ["", "0/4", "5/4", "4", "1/0", "+1/4", "1/ 4", "1/4/2", "-1/4", "٢/٤", "auto/0", "auto/", "1/10001"]
    {
        assert_eq!(read(wrong, &[]), Err(format!("`{wrong}` is no part of a build")));
    }
}

#[test]
fn engines_say_which_part_it_is() {
    let engines: [&[(&str, &str)]; 6] = [
        &[("CI_NODE_INDEX", "2"), ("CI_NODE_TOTAL", "4")],
        &[("JOB_COMPLETION_INDEX", "1"), ("JOB_COMPLETIONS", "4")],
        &[("SLURM_ARRAY_TASK_ID", "8"), ("SLURM_ARRAY_TASK_COUNT", "4"), ("SLURM_ARRAY_TASK_MIN", "7")],
        &[
            ("SLURM_ARRAY_TASK_ID", "5"),
            ("SLURM_ARRAY_TASK_COUNT", "4"),
            ("SLURM_ARRAY_TASK_MIN", "0"),
            ("SLURM_ARRAY_TASK_STEP", "5"),
        ],
        &[("BUILDKITE_PARALLEL_JOB", "1"), ("BUILDKITE_PARALLEL_JOB_COUNT", "4")],
        &[("CIRCLE_NODE_INDEX", "1"), ("CIRCLE_NODE_TOTAL", "4")],
    ];
    for vars in engines {
        assert_eq!(read("auto", vars), Ok((2, 4)), "{vars:?}");
        assert_eq!(read("auto/4", vars), Ok((2, 4)), "{vars:?}");
        assert_eq!(read("auto/5", vars), Err(format!("`{}` is 4, not 5", vars[1].0)));
    }
    let kubernetes = ("JOB_COMPLETION_INDEX", "3");
    assert_eq!(read("auto/4", &[kubernetes]), Ok((4, 4)));
    assert_eq!(read("auto", &[kubernetes, engines[0][0], engines[0][1], ("JOB_COMPLETIONS", "")]), {
        Err("`JOB_COMPLETION_INDEX` says which job this is, and nothing how many there are".to_owned())
    });
}

#[test]
fn what_is_not_clear_is_refused() {
    let nothing = Err("nothing says which part of the build this is".to_owned());
    assert_eq!(read("auto", &[]), nothing);
    assert_eq!(read("auto/4", &[("CI_NODE_TOTAL", "1")]), nothing);
    let two = [
        ("CI_NODE_INDEX", "1"),
        ("CI_NODE_TOTAL", "4"),
        ("JOB_COMPLETION_INDEX", "1"),
        ("JOB_COMPLETIONS", "4"),
    ];
    let told = "`CI_NODE_INDEX` makes this part 1/4, and `JOB_COMPLETION_INDEX` part 2/4";
    assert_eq!(read("auto", &two), Err(told.to_owned()));
    let agreed = [two[0], two[1], ("CIRCLE_NODE_INDEX", "0"), ("CIRCLE_NODE_TOTAL", "4")];
    assert_eq!(read("auto", &agreed), Ok((1, 4)));
    let gaps = [("SLURM_ARRAY_TASK_ID", "7"), ("SLURM_ARRAY_TASK_COUNT", "3"), ("SLURM_ARRAY_TASK_MIN", "1")];
    let told = "`SLURM_ARRAY_TASK_ID` is 7, which is none of 3 jobs in a row from 1";
    assert_eq!(read("auto", &gaps), Err(told.to_owned()));
    let word = [("CIRCLE_NODE_INDEX", "first"), ("CIRCLE_NODE_TOTAL", "4")];
    let told = "`CIRCLE_NODE_INDEX` is `first`, which is no number of a job";
    assert_eq!(read("auto", &word), Err(told.to_owned()));
}

#[test]
fn equal_units_go_round() {
    assert_eq!(Shard::plan(3, &[1; 7]), [1, 2, 3, 1, 2, 3, 1]);
    assert_eq!(Shard::plan(4, &[0; 6]), [1, 2, 3, 4, 1, 2]);
    assert_eq!(Shard::plan(4, &[]), Vec::<u32>::new());
}

#[test]
fn heavy_units_do_not_share_a_shard() {
    assert_eq!(Shard::plan(2, &[1, 1, 9, 1, 9, 1]), [1, 2, 1, 1, 2, 2]);
    assert_eq!(Shard::plan(2, &[u64::MAX, u64::MAX, u64::MAX]), [1, 2, 1]);
}

#[test]
fn each_unit_belongs_to_one_shard() {
    let units: Vec<u64> = (0..50).map(|unit| unit * 7 % 11).collect();
    for count in [1, 2, 3, 7, 50, 60] {
        let shards = (1..=count).map(|index| Shard::new(index, count).expect("a part"));
        let parts: Vec<Vec<u64>> =
            shards.map(|shard| shard.own(&units, |unit| *unit).into_iter().copied().collect()).collect();
        let mut all = parts.concat();
        all.sort_unstable();
        let mut sorted = units.clone();
        sorted.sort_unstable();
        assert_eq!(all, sorted, "{count}");
        let loads: Vec<u64> = parts.iter().map(|part| part.iter().sum()).collect();
        let apart = loads.iter().max().expect("some") - loads.iter().min().expect("some");
        assert!(apart <= 10, "{count}: {loads:?}");
    }
}
