//! What H202, H203 and H209 mean.

use crate::diag::{Example, Explanation};

/// A help box for the third trimester: an emergency, a sign for the same day and a routine sign are filled in.
macro_rules! help_box {
    ($emergency:literal, $same_day:literal, $routine:literal) => {
        concat!(
            "seek_care:\n",
            "  emergency:\n",
            $emergency,
            "    - You cannot pee, cannot feel it when you pee, or you lose control of pee or poo\n",
            "    - You lose feeling or strength in one or both legs\n",
            "    - Heavy bleeding, or constant strong belly or back pain with a hard, sore belly\n",
            "    - Chest pain, trouble breathing, coughing blood, or fainting\n",
            "    - Sudden very bad pain in your chest or upper back, like a rip or tear\n",
            "    - A fit (seizure), a sudden worst-ever headache, a droopy face, or trouble speaking\n",
            "    - You feel the baby coming, or you see or feel the cord\n",
            "    - A bad fall, crash or blow\n",
            "    - A fever and you feel very ill or confused\n",
            "    - You think you may hurt yourself\n",
            "  same_day:\n",
            "    - Your baby moves less, or in a different way\n",
            "    - Back pain, cramps or tightenings that come and go before week 37, or a jelly-like “show”\n",
            "    - Any bleeding, or fluid leaking from your vagina (clear, pink, green or brown)\n",
            "    - Bad headache, blurred sight or flashing lights, pain under your ribs, or sudden swelling of your face\n",
            "    - Fever of 38 °C (100.4 °F) or more, shivers, pain in your side, burning pee, or bloody pee\n",
            $same_day,
            "    - Bad itching with no rash, or yellow skin or eyes\n",
            "    - Sudden, bad mid or upper back pain after a small lift, cough or bend\n",
            "    - A bump or knock to your belly, even if you feel fine\n",
            "    - Back pain so bad you cannot walk, sleep or cope\n",
            "  routine:\n",
            "    call: Book with your midwife, GP or physiotherapist\n",
            "    signs:\n",
            "      - Pelvic or back pain that stops you sleeping, walking or caring for yourself\n",
            "      - You need crutches, a belt, or a birth plan for pain\n",
            "      - Pain or pins and needles down one leg, with no weakness\n",
            "      - Morning stiffness over 30 minutes\n",
            "      - You feel low or very worried for more than 2 weeks\n",
            $routine,
        )
    };
}

/// What the codes mean.
pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H202",
        title: "a warning sign that this stage needs is missing",
        meaning: "The help box has no line that says a sign which the stage needs. Lines are read in English and in \
                  Spanish, in many ways of saying it; a line may say several signs. There is one finding for each \
                  missing sign, and the help gives words to add.",
        why: "A patient who has this sign finds nothing about it, and may wait at home.",
        example: Example::Handout {
            bad: help_box!("    - Numb or tingling skin between your legs, on your genitals or bottom\n", "", ""),
            good: help_box!(
                "    - Numb or tingling skin between your legs, on your genitals or bottom\n",
                "    - One leg swollen, hot, red, darker or sore\n",
                ""
            ),
        },
        standard: "Clinical brief 1.0c and 1A to 1E, after NHS, CDC, ACOG and RCOG lists of warning signs.",
        safety: true,
    },
    Explanation {
        code: "H203",
        title: "a warning sign in a tier that is too mild",
        meaning: "A line of the help box says a sign that belongs to a more urgent tier in this stage. A line that says \
                  several signs counts by the most urgent. A sign in a more urgent tier than it needs is fine.",
        why: "A patient with an emergency books a visit and waits for days.",
        example: Example::Handout {
            bad: help_box!(
                "",
                "    - One leg swollen, hot, red, darker or sore\n",
                "      - Numb or tingling skin between your legs, on your genitals or bottom\n"
            ),
            good: help_box!(
                "    - Numb or tingling skin between your legs, on your genitals or bottom\n",
                "    - One leg swollen, hot, red, darker or sore\n",
                ""
            ),
        },
        standard: "Clinical brief 1.0c and 1A to 1E.",
        safety: true,
    },
    Explanation {
        code: "H209",
        title: "warning signs in a language that cannot be checked",
        meaning: "The rules on warning signs, treatments, medicines and exercises read English and Spanish. In any \
                  other language they find nothing, so that no finding does not mean no fault.",
        why: "A missing sign would go unnoticed. A clinician who reads the language has to look.",
        example: Example::Handout { bad: "language: ar\n", good: "language: en\n" },
        standard: "House rule: what was not checked is said.",
        safety: true,
    },
];
