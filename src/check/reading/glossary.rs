//! Medical terms and their plain words: part 4A of the clinical brief, with other spellings of the same terms.

/// A medical term.
#[derive(Debug)]
pub struct Term {
    /// Its names, in small letters; the longest one that stands in a text counts.
    pub names: &'static [&'static str],
    /// What to say instead, or beside it.
    pub plain: &'static str,
    /// Words that explain it when they stand in the same item, in small letters.
    pub hints: &'static [&'static str],
}

/// Every term of the glossary. Abbreviations with a meaning of their own here are explained by their hints, too.
pub static GLOSSARY: &[Term] = &[
    Term {
        names: &["acetaminophen", "paracetamol"],
        plain: "a common pain and fever medicine",
        hints: &["pain pill", "pain medicine", "fever medicine", "tylenol", "panadol"],
    },
    Term { names: &["acupuncture"], plain: "thin needles put in the skin by a trained person", hints: &["needles"] },
    Term { names: &["amniotic fluid"], plain: "the water around your baby", hints: &["water around", "waters"] },
    Term {
        names: &["analgesic", "analgesics", "analgesia"],
        plain: "pain medicine",
        hints: &["pain medicine", "pain pill"],
    },
    Term { names: &["antenatal", "prenatal"], plain: "before birth", hints: &["before birth"] },
    Term {
        names: &["anticoagulant", "anticoagulants"],
        plain: "blood thinner",
        hints: &["blood thinner", "thin your blood", "thin the blood"],
    },
    Term { names: &["aortic dissection"], plain: "a tear in the body's main blood vessel", hints: &["tear in"] },
    Term {
        names: &["arthritis"],
        plain: "sore, swollen joints from an immune problem",
        hints: &["sore, swollen", "swollen joints", "sore joints"],
    },
    Term { names: &["braxton hicks"], plain: "practice tightenings", hints: &["practice tightenings", "tightenings"] },
    Term { names: &["breech"], plain: "baby bottom-first", hints: &["bottom first", "bottom-first"] },
    Term {
        names: &["caesarean", "cesarean", "caesarean section", "cesarean section", "c-section", "c-sections"],
        plain: "birth through a cut in your belly",
        hints: &["through a cut"],
    },
    Term {
        names: &["cauda equina", "cauda equina syndrome"],
        plain: "squashed nerves at the base of the spine: an emergency",
        hints: &["nerves at the base"],
    },
    Term { names: &["cervix"], plain: "neck of the womb", hints: &["neck of the womb", "neck of your womb"] },
    Term {
        names: &["cholestasis"],
        plain: "liver problem of pregnancy that makes skin itch",
        hints: &["liver problem"],
    },
    Term {
        names: &["chiropractic", "chiropractor", "chiropractors", "osteopathy", "osteopath", "osteopaths"],
        plain: "hands-on treatment of muscles and joints",
        hints: &["by hand", "hands-on", "with their hands"],
    },
    Term {
        names: &["contraindicated", "contraindication", "contraindications"],
        plain: "should not be used",
        hints: &["should not be used", "should not use", "do not use"],
    },
    Term {
        names: &["contraction", "contractions"],
        plain: "tightenings; labour pains",
        hints: &["tightening", "tightenings", "labour pains", "labor pains"],
    },
    Term { names: &["deep vein thrombosis", "thrombosis"], plain: "blood clot in a leg", hints: &["blood clot"] },
    Term {
        names: &["diastasis recti", "diastasis", "rectus diastasis"],
        plain: "gap between tummy muscles",
        hints: &["gap between", "gap in", "tummy gap", "tummy muscles"],
    },
    Term {
        names: &["ectopic", "ectopic pregnancy"],
        plain: "pregnancy growing in the wrong place, often the tube",
        hints: &["wrong place", "outside the womb", "outside your womb"],
    },
    Term {
        names: &["epidural", "epidurals"],
        plain: "pain-blocking injection in the back for birth",
        hints: &[
            "pain-blocking",
            "injection in the back",
            "injection in your back",
            "shot in the back",
            "shot in your back",
        ],
    },
    Term {
        names: &["ergonomic", "ergonomics"],
        plain: "setting up your space to fit your body",
        hints: &["set up your", "setting up your", "to fit your body"],
    },
    Term {
        names: &["fetal movement", "fetal movements", "foetal movements"],
        plain: "your baby's movements",
        hints: &["your baby's movements", "your baby moves"],
    },
    Term { names: &["fetus", "foetus", "fetal", "foetal"], plain: "your baby", hints: &["your baby"] },
    Term {
        names: &["gestation", "gestational age"],
        plain: "weeks of pregnancy",
        hints: &["weeks of pregnancy", "weeks you are"],
    },
    Term {
        names: &["haemorrhage", "hemorrhage", "haemorrhaging", "hemorrhaging"],
        plain: "heavy bleeding",
        hints: &["heavy bleeding", "bleed heavily"],
    },
    Term {
        names: &["hormone", "hormones", "hormonal"],
        plain: "chemical message in your body",
        hints: &["chemical message", "chemical messages"],
    },
    Term { names: &["incontinence", "incontinent"], plain: "leaking pee or poo", hints: &["leak", "leaks", "leaking"] },
    Term {
        names: &["ligament", "ligaments"],
        plain: "strong band that holds bones together",
        hints: &["bands that hold", "band that holds", "bands of tissue", "strong band", "strong bands"],
    },
    Term { names: &["lumbar"], plain: "low back", hints: &["low back", "lower back"] },
    Term {
        names: &["manipulation", "manipulations", "spinal manipulation"],
        plain: "quick, strong push on a joint",
        hints: &["strong push", "strong pushes"],
    },
    Term {
        names: &["miscarriage", "miscarriages"],
        plain: "loss of a pregnancy before week 20 (US) or 24 (UK)",
        hints: &[
            "loss of a pregnancy",
            "losing the pregnancy",
            "losing a pregnancy",
            "lose the pregnancy",
            "loss of the pregnancy",
        ],
    },
    Term {
        names: &["musculoskeletal"],
        plain: "muscles, bones and joints",
        hints: &["muscles, bones", "muscles and bones", "muscles and joints", "bones and joints"],
    },
    Term {
        names: &["nsaid", "nsaids"],
        plain: "pain medicine like ibuprofen or naproxen",
        hints: &["like ibuprofen", "such as ibuprofen", "ibuprofen or", "ibuprofen and"],
    },
    Term { names: &["oedema", "edema"], plain: "swelling", hints: &["swelling", "swollen"] },
    Term {
        names: &["opioid", "opioids", "opiate", "opiates"],
        plain: "strong pain medicine like codeine",
        hints: &["strong pain medicine", "strong pain medicines", "strong painkiller", "strong painkillers"],
    },
    Term {
        names: &["osteoporosis"],
        plain: "thin, weak bones",
        hints: &["thin, weak", "thin bones", "weak bones", "bones get thin", "bones can get thin"],
    },
    Term {
        names: &["pelvic floor"],
        plain: "muscles that hold up your bladder, womb and bowel",
        hints: &["muscles that hold up", "hold up your bladder"],
    },
    Term {
        names: &["pelvic girdle pain", "pelvic girdle"],
        plain: "pain in the ring of bones at your hips",
        hints: &["ring of bones"],
    },
    Term {
        names: &[
            "physiotherapist",
            "physiotherapists",
            "physical therapist",
            "physical therapists",
            "physiotherapy",
            "physical therapy",
        ],
        plain: "movement and pain expert",
        hints: &["movement and pain expert", "movement expert", "expert in movement", "expert in how you move"],
    },
    Term {
        names: &["placenta"],
        plain: "the organ that feeds your baby",
        hints: &["feeds your baby", "feeds the baby"],
    },
    Term {
        names: &["placental abruption", "abruption"],
        plain: "placenta coming away too soon",
        hints: &["coming away", "comes away", "come away"],
    },
    Term {
        names: &["placenta praevia", "placenta previa"],
        plain: "low placenta",
        hints: &["low placenta", "low-lying placenta", "placenta lies low"],
    },
    Term {
        names: &["platelet-rich plasma"],
        plain: "injection made from your own blood",
        hints: &["from your own blood"],
    },
    Term { names: &["postpartum", "postnatal"], plain: "after birth", hints: &["after birth", "after the birth"] },
    Term {
        names: &["pre-eclampsia", "preeclampsia"],
        plain: "high blood pressure illness of pregnancy",
        hints: &["high blood pressure"],
    },
    Term {
        names: &["preterm labour", "preterm labor", "premature labour", "premature labor"],
        plain: "labour before week 37",
        hints: &["before week 37", "too early", "too soon"],
    },
    Term {
        names: &["symphysis pubis", "pubic symphysis"],
        plain: "front joint of the pelvis",
        hints: &["front joint", "joint at the front", "front of your pelvis", "front of the pelvis"],
    },
    Term { names: &["pulmonary embolism"], plain: "blood clot in the lung", hints: &["blood clot"] },
    Term { names: &["pyelonephritis"], plain: "kidney infection", hints: &["kidney infection"] },
    Term { names: &["relaxin"], plain: "a pregnancy hormone", hints: &["hormone"] },
    Term {
        names: &["sacroiliac", "sacroiliac joint", "sacroiliac joints"],
        plain: "two joints at the back of the pelvis",
        hints: &["back of the pelvis", "back of your pelvis"],
    },
    Term {
        names: &["saddle area"],
        plain: "skin that would touch a bike seat",
        hints: &["bike seat", "between your legs"],
    },
    Term {
        names: &["sciatica", "sciatic"],
        plain: "leg pain from a pinched nerve",
        hints: &["pinched nerve", "trapped nerve"],
    },
    Term {
        names: &["sepsis"],
        plain: "body's severe reaction to infection",
        hints: &["reaction to infection", "reaction to an infection"],
    },
    Term { names: &["supine"], plain: "flat on your back", hints: &["flat on your back", "on your back"] },
    Term {
        names: &["transcutaneous electrical nerve stimulation"],
        plain: "small machine that sends mild pulses through skin pads",
        hints: &["small machine"],
    },
    Term {
        names: &["tens"],
        plain: "small machine that sends mild pulses through skin pads",
        hints: &["small machine", "mild pulses"],
    },
    Term { names: &["prp"], plain: "injection made from your own blood", hints: &["from your own blood"] },
    Term { names: &["pgp"], plain: "pain in the ring of bones at your hips", hints: &["ring of bones"] },
    Term { names: &["dvt"], plain: "blood clot in a leg", hints: &["blood clot"] },
    Term { names: &["uti", "utis"], plain: "pee infection", hints: &["pee infection"] },
    Term {
        names: &["thoracic"],
        plain: "upper and mid back",
        hints: &["upper and mid back", "upper back", "mid back"],
    },
    Term {
        names: &["trimester", "trimesters"],
        plain: "about 3 months of pregnancy",
        hints: &["week", "weeks", "months"],
    },
    Term { names: &["ultrasound", "ultrasounds"], plain: "scan with sound waves", hints: &["sound waves"] },
    Term {
        names: &["urinary tract infection", "urinary tract infections"],
        plain: "pee infection",
        hints: &["pee infection"],
    },
    Term { names: &["uterus", "uterine"], plain: "womb", hints: &["womb"] },
    Term {
        names: &["vertebra", "vertebrae"],
        plain: "one bone of the spine",
        hints: &[
            "bone of the spine",
            "bones of the spine",
            "bone of your spine",
            "bones of your spine",
            "spine bone",
            "spine bones",
            "bones in your spine",
            "bone in your spine",
        ],
    },
];
