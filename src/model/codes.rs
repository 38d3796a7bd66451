//! The stable codes of the closed lists: the words of the data, the labels and the templates.

use super::{
    Access, Category, CommitmentStatus, Confidence, FigureStatus, Level, Likelihood, LineStatus, OrgType,
    Outcome, Per, Qualifier, ReferenceKind, Stage, StatementKind, TrendWord,
};

/// Gives each variant the code that serde reads.
macro_rules! codes {
    ($($list:ty { $($variant:ident $code:literal),* $(,)? })*) => {$(
        impl $list {
            /// The code in the data, the labels and the templates.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }
        }
    )*};
}

codes! {
    TrendWord {
        New "new", Rising "rising", Improving "improving", Stable "stable", Falling "falling",
        FallingSharply "falling_sharply", Stopped "stopped", Ended "ended",
    }
    Likelihood {
        AlmostNoChance "almost_no_chance", VeryUnlikely "very_unlikely", Unlikely "unlikely",
        RoughlyEven "roughly_even", Likely "likely", VeryLikely "very_likely", AlmostCertain "almost_certain",
    }
    Confidence { Low "low", Moderate "moderate", High "high" }
    FigureStatus { Reported "reported", Estimated "estimated", Verified "verified", Restated "restated" }
    LineStatus { OnTrack "on_track", AtRisk "at_risk", OffTrack "off_track", Done "done" }
    Stage {
        Paid "paid", Committed "committed", Pledged "pledged", Contributed "contributed", Disputed "disputed",
    }
    Category {
        Detained "detained", Prosecuted "prosecuted", Repatriated "repatriated", Reintegrated "reintegrated",
    }
    Level {
        Ministers "ministers", PoliticalDirectors "political_directors", SeniorDiplomats "senior_diplomats",
        CoLeads "co_leads", Experts "experts",
    }
    Outcome { Agreed "agreed", Noted "noted", Open "open", Deferred "deferred" }
    CommitmentStatus {
        New "new", OnTrack "on_track", Delayed "delayed", Done "done", Dropped "dropped",
        Superseded "superseded",
    }
    StatementKind {
        Thanks "thanks", Tribute "tribute", Welcome "welcome", Agree "agree", Condemn "condemn",
        Reaffirm "reaffirm", Assess "assess", Risk "risk", Conclude "conclude",
    }
    Access { Public "public", Restricted "restricted" }
    ReferenceKind { UnscResolution "unsc_resolution", Review "review", Document "document" }
    OrgType {
        State "state", Organization "organization", Un "un", Coalition "coalition", Force "force",
        Media "media", Institute "institute", Person "person", Group "group",
    }
    Per { Day "day", Week "week", Month "month", Year "year" }
    Qualifier {
        Exact "exact", Approx "approx", Nearly "nearly", MoreThan "more_than", AtLeast "at_least", UpTo "up_to",
        LessThan "less_than", Range "range", Order "order", Majority "majority", All "all", None "none",
        Limited "limited", Unquantified "unquantified",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_what_the_data_reads() {
        let read = |word: &str| serde_yaml::from_str::<Stage>(word).map(Stage::code);
        for word in ["paid", "committed", "pledged", "contributed", "disputed"] {
            assert_eq!(read(word).unwrap(), word);
        }
        for (at, band) in Likelihood::ALL.into_iter().enumerate() {
            assert_eq!(band as usize, at);
            assert_eq!(serde_yaml::from_str::<Likelihood>(band.code()).unwrap(), band);
        }
    }
}
