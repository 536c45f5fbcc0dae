//! The exercise safety box: what is printed wherever exercises are, and cannot be dropped.
//!
//! The wording is that of the clinical brief (1.0d). `{{…}}` are placeholders as in handouts.

use super::handout::Stage;

/// A list in the box, under a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SafetyList {
    /// The heading.
    pub title: &'static str,
    /// A sentence under it, if any.
    pub intro: &'static str,
    /// The entries.
    pub items: &'static [&'static str],
    /// Which leaflets print it.
    pub when: When,
}

/// Which leaflets print a list of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// All of them.
    Always,
    /// Those for pregnancy, or for any stage.
    Pregnancy,
    /// Those for after birth, or for any stage.
    AfterBirth,
    /// Those for after birth alone.
    AfterBirthOnly,
}

/// The words of the box in one language.
#[derive(Clone, Copy, Debug)]
pub struct Safety {
    /// When to stop, and get help.
    pub stop: SafetyList,
    /// The same after birth.
    pub stop_after_birth: SafetyList,
    /// Who must not exercise.
    pub not: SafetyList,
    /// Who asks first.
    pub ask: SafetyList,
    /// The same after birth.
    pub ask_after_birth: SafetyList,
    /// How hard, and how much.
    pub how_hard: SafetyList,
    /// What pain is fine, and what is not.
    pub pain: SafetyList,
    /// Lying on the back.
    pub on_back: SafetyList,
    /// Heat, falls and what to avoid.
    pub keep_safe: SafetyList,
    /// What to change with pelvic girdle pain.
    pub pelvic_girdle_pain: SafetyList,
    /// After birth: bleeding and wounds.
    pub after_birth: SafetyList,
}

impl Safety {
    /// All lists for a leaflet, in reading order.
    pub fn lists(&self, stage: Stage) -> impl Iterator<Item = &SafetyList> {
        let all = [
            &self.stop,
            &self.stop_after_birth,
            &self.not,
            &self.ask,
            &self.ask_after_birth,
            &self.how_hard,
            &self.pain,
            &self.on_back,
            &self.pelvic_girdle_pain,
            &self.keep_safe,
            &self.after_birth,
        ];
        all.into_iter().filter(move |list| list.when.holds(stage))
    }
}

impl When {
    /// Whether a leaflet for `stage` prints the list.
    #[must_use]
    pub const fn holds(self, stage: Stage) -> bool {
        match self {
            Self::Always => true,
            Self::Pregnancy => !matches!(stage, Stage::AfterBirth),
            Self::AfterBirth => matches!(stage, Stage::AfterBirth | Stage::Any),
            Self::AfterBirthOnly => matches!(stage, Stage::AfterBirth),
        }
    }
}

/// The box in English.
pub const EN: Safety = Safety {
    stop: SafetyList {
        title: "Stop and get help",
        intro: "Stop if you have one of these. Then call: see “When to get help”.",
        items: &[
            "Bleeding, or fluid leaking from your vagina",
            "Tightenings that hurt and keep coming back",
            "Chest pain",
            "You are out of breath before you start, or rest does not help",
            "You feel dizzy or faint",
            "A bad headache",
            "Pain or swelling in your calf",
            "Weak muscles that make you unsteady",
            "Your baby moves less",
        ],
        when: When::Pregnancy,
    },
    stop_after_birth: SafetyList {
        title: "Stop and get help",
        intro: "Stop if you have one of these. Then call: see “When to get help”.",
        items: &[
            "Heavy bleeding",
            "Chest pain",
            "You are out of breath before you start, or rest does not help",
            "You feel dizzy or faint",
            "A bad headache",
            "Pain or swelling in your calf",
            "Weak muscles that make you unsteady",
        ],
        when: When::AfterBirthOnly,
    },
    not: SafetyList {
        title: "Do not exercise unless your team says so",
        intro: "Light daily activity may still be fine. Ask your team if you have:",
        items: &[
            "Broken waters or early {{labour}}",
            "Bleeding with no clear cause",
            "A low placenta (the organ that feeds your baby) from week 26 on",
            "Pre-eclampsia (a high blood pressure illness of pregnancy)",
            "A weak cervix (neck of the womb), or a stitch in it",
            "A baby that is not growing well",
            "Triplets or more",
            "Diabetes, blood pressure or thyroid disease that is not under control",
            "Serious heart, lung or other illness",
        ],
        when: When::Pregnancy,
    },
    ask: SafetyList {
        title: "Ask us first",
        intro: "Ask before you start if you have:",
        items: &[
            "Had a baby early, or lost more than one pregnancy",
            "High blood pressure of pregnancy",
            "Anaemia (too few red blood cells) that makes you feel unwell",
            "An eating problem, or poor weight gain",
            "Twins, from week 28",
            "Mild heart or lung disease",
            "Fits that are not under control",
            "Weak bones or a spine problem",
            "Very bad pelvic pain",
        ],
        when: When::Pregnancy,
    },
    ask_after_birth: SafetyList {
        title: "Ask us first",
        intro: "Do not exercise until your team says so if you have:",
        items: &[
            "Diabetes, blood pressure or thyroid disease that is not under control",
            "Serious heart, lung or other illness",
            "Fits that are not under control",
            "Weak bones or a spine problem",
            "Very bad pelvic pain",
            "A C-section wound that has not healed",
        ],
        when: When::AfterBirthOnly,
    },
    how_hard: SafetyList {
        title: "How hard?",
        intro: "",
        items: &[
            "Use the talk test: you can talk in full sentences.",
            "Aim for 150 minutes a week, in any size of chunk. Do strength work on 2 days.",
            "New to exercise? Start with 15 minutes, 3 days a week. Build up to 30 minutes a day.",
        ],
        when: When::Always,
    },
    pain: SafetyList {
        title: "Pain rule",
        intro: "",
        items: &[
            "A mild ache is fine, up to 3 out of 10, if it settles by the next day.",
            "Sharp pain, or pain over 3 out of 10: stop or do less.",
        ],
        when: When::Always,
    },
    on_back: SafetyList {
        title: "Lying on your back",
        intro: "",
        items: &[
            "A short time is fine if you feel well. Do not lie flat for long, above all after week 16.",
            "Do you feel dizzy, sick or short of breath? Roll to your side at once.",
            "From week 28, do no exercise flat on your back.",
        ],
        when: When::Pregnancy,
    },
    keep_safe: SafetyList {
        title: "Keep cool and safe",
        intro: "",
        items: &[
            "Drink water. Avoid heat and hot yoga.",
            "No contact sport, no scuba diving, and nothing where you may fall.",
            "No sit-ups or double leg lifts once your belly makes a ridge or dome.",
            "Do not hold your breath, jerk, twist hard or bend far back.",
            "Do not lift heavy things above your head. Do not stand still for long.",
        ],
        when: When::Always,
    },
    pelvic_girdle_pain: SafetyList {
        title: "If your pelvis hurts",
        intro: "Exercise can make pain at the front of the pelvis worse. See a {{physio}}, and:",
        items: &[
            "Keep your knees close and your movements small.",
            "Put equal weight on both feet. Do not stand on one leg.",
            "No wide splits, deep squats or breaststroke kick.",
            "Do less if it hurts.",
        ],
        when: When::Always,
    },
    after_birth: SafetyList {
        title: "After birth",
        intro: "",
        items: &[
            "Slow down if bleeding gets heavier or brighter.",
            "Slow down if you feel a bulge, heaviness, leaking or pain.",
            "After a C-section, ask us when to start each one.",
        ],
        when: When::AfterBirth,
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_dropped_in_pregnancy() {
        for stage in [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester] {
            assert_eq!(EN.lists(stage).count(), 8);
        }
        assert_eq!(EN.lists(Stage::Any).count(), 9);
        let titles: Vec<_> = EN.lists(Stage::AfterBirth).map(|list| list.title).collect();
        assert!(
            ["Stop and get help", "Ask us first", "Pain rule", "After birth"]
                .iter()
                .all(|title| titles.contains(title))
        );
        assert!(!titles.contains(&"Lying on your back"));
    }
}
