//! The exercise safety box: what is printed wherever exercises are, and cannot be dropped.
//!
//! The wording is that of the clinical brief (1.0d) and of its corrections: after birth a list of its own says who waits and
//! who asks, and signs of an emergency carry the number to call. `{{…}}` are placeholders as in handouts.

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
    /// A sentence under the entries, if any.
    pub outro: &'static str,
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
    /// Those for pregnancy alone.
    PregnancyOnly,
    /// Those for after birth, or for any stage.
    AfterBirth,
    /// Those for after birth alone.
    AfterBirthOnly,
    /// Those for any stage alone.
    AnyOnly,
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
    /// The same after birth.
    pub not_after_birth: SafetyList,
    /// Who asks first.
    pub ask: SafetyList,
    /// The same after birth.
    pub ask_after_birth: SafetyList,
    /// How hard, and how much.
    pub how_hard: SafetyList,
    /// The same after birth.
    pub how_hard_after_birth: SafetyList,
    /// The same in a leaflet for any stage.
    pub how_hard_any: SafetyList,
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

impl SafetyList {
    /// All that is printed of it, in order.
    pub fn texts(&self) -> impl Iterator<Item = &'static str> {
        let lead = [self.title, self.intro].into_iter();
        let texts = lead.chain(self.items.iter().copied()).chain([self.outro]);
        texts.filter(|text| !text.is_empty())
    }
}

impl Safety {
    /// All lists for a leaflet, in reading order.
    pub fn lists(&self, stage: Stage) -> impl Iterator<Item = &SafetyList> {
        let all = [
            &self.stop,
            &self.stop_after_birth,
            &self.not,
            &self.not_after_birth,
            &self.ask,
            &self.ask_after_birth,
            &self.how_hard,
            &self.how_hard_after_birth,
            &self.how_hard_any,
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
            Self::PregnancyOnly => !matches!(stage, Stage::AfterBirth | Stage::Any),
            Self::AfterBirthOnly => matches!(stage, Stage::AfterBirth),
            Self::AnyOnly => matches!(stage, Stage::Any),
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
            "Chest pain: call {{emergency_number}}",
            "You are out of breath before you start, or rest does not help: call {{emergency_number}}",
            "You feel dizzy. If you faint, call {{emergency_number}}",
            "A bad headache",
            "Pain or swelling in your calf",
            "Weak or numb legs, or weakness that makes you unsteady: call {{emergency_number}}",
            "Your baby moves less",
        ],
        outro: "",
        when: When::Pregnancy,
    },
    stop_after_birth: SafetyList {
        title: "Stop and get help",
        intro: "Stop if you have one of these. Then call: see “When to get help”.",
        items: &[
            "Heavy bleeding (soaks a pad in an hour or less, or big clots): call {{emergency_number}}",
            "Chest pain: call {{emergency_number}}",
            "You are out of breath before you start, or rest does not help: call {{emergency_number}}",
            "You feel dizzy. If you faint, call {{emergency_number}}",
            "A bad headache",
            "Pain or swelling in your calf",
            "Weak or numb legs, or weakness that makes you unsteady: call {{emergency_number}}",
            "A wound that opens or hurts more",
        ],
        outro: "",
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
        outro: "",
        when: When::Pregnancy,
    },
    not_after_birth: SafetyList {
        title: "Do not exercise unless your team says so",
        intro: "Do not start until your team says so if you have:",
        items: &[
            "Serious heart, lung or other illness",
            "Diabetes, blood pressure or thyroid disease that is not under control",
            "Fits that are not under control",
            "An open or infected wound",
        ],
        outro: "",
        when: When::AfterBirthOnly,
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
        outro: "",
        when: When::Pregnancy,
    },
    ask_after_birth: SafetyList {
        title: "Ask us first",
        intro: "Ask us first after:",
        items: &[
            "A C-section or a deep tear",
            "Pre-eclampsia or heavy bleeding at the birth",
            "Or with weak bones, a spine problem or very bad pelvic pain",
        ],
        outro: "Short walks, gentle breathing and pelvic floor squeezes (once a catheter is out) are fine from day 1 \
                for most women.",
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
        outro: "",
        when: When::PregnancyOnly,
    },
    how_hard_after_birth: SafetyList {
        title: "How hard?",
        intro: "",
        items: &[
            "Use the talk test: you can talk in full sentences.",
            "Start with short walks of 5 to 10 minutes. There is no target yet.",
            "Once you have healed, often from about 6 weeks, build up to 120 to 150 minutes a week.",
        ],
        outro: "",
        when: When::AfterBirthOnly,
    },
    how_hard_any: SafetyList {
        title: "How hard?",
        intro: "",
        items: &[
            "Use the talk test: you can talk in full sentences.",
            "In pregnancy: aim for 150 minutes a week, in any size of chunk. Do strength work on 2 days.",
            "In pregnancy, new to exercise: start with 15 minutes, 3 days a week. Build up to 30 minutes a day.",
            "After birth: start with short walks of 5 to 10 minutes. There is no target yet.",
            "After birth: once you have healed, often from about 6 weeks, build up to 120 to 150 minutes a week.",
        ],
        outro: "",
        when: When::AnyOnly,
    },
    pain: SafetyList {
        title: "Pain rule",
        intro: "",
        items: &[
            "A mild ache is fine, up to 3 out of 10, if it settles by the next day.",
            "Sharp pain, or pain over 3 out of 10: stop or do less.",
        ],
        outro: "",
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
        outro: "",
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
        outro: "",
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
        outro: "",
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
        outro: "",
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
        assert_eq!(EN.lists(Stage::AfterBirth).count(), 8);
        let titles: Vec<_> = EN.lists(Stage::AfterBirth).map(|list| list.title).collect();
        assert!(
            [
                "Stop and get help",
                "Do not exercise unless your team says so",
                "Ask us first",
                "Pain rule",
                "After birth"
            ]
            .iter()
            .all(|title| titles.contains(title))
        );
        assert!(!titles.contains(&"Lying on your back"));
    }

    /// No target of minutes holds before a woman has healed.
    #[test]
    fn how_hard_follows_the_stage() {
        let said = |stage: Stage| EN.lists(stage).flat_map(SafetyList::texts).collect::<Vec<_>>().join("\n");
        assert!(said(Stage::SecondTrimester).contains("\nAim for 150 minutes a week"));
        assert!(!said(Stage::AfterBirth).contains("150 minutes a week, in any size"));
        assert!(said(Stage::AfterBirth).contains("There is no target yet"));
        let any = said(Stage::Any);
        assert!(any.contains("In pregnancy: aim for 150 minutes") && any.contains("After birth: once you have healed"));
    }

    /// What is an emergency says so where exercise stops, in every leaflet.
    #[test]
    fn stop_signs_that_are_emergencies_name_the_number() {
        for stage in Stage::EACH {
            let said = EN.lists(stage).flat_map(SafetyList::texts).collect::<Vec<_>>();
            for sign in ["Chest pain", "You are out of breath", "If you faint", "Weak or numb legs"] {
                let line = said.iter().find(|line| line.contains(sign));
                assert!(line.is_some_and(|line| line.contains("call {{emergency_number}}")), "{sign} in {stage:?}");
            }
        }
    }
}
