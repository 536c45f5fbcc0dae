//! Signs to book a visit for. Each row: its tier in the first, second and third trimester, after birth and in no stage of its own.

use super::table::{NO, R, Sign, XR};
use crate::check::words::Patterns;

/// Signs to book a visit for.
pub(super) const ROUTINE: &[Sign] = &[
    Sign {
        name: "pain that lasts",
        by_stage: [R, R, R, R, R],
        wording: "Pain that lasts more than 2 weeks, or stops you doing daily tasks",
        words: Patterns {
            english: &[
                "pain*/ache*/hurt* + weeks - headache*/sight/week 20",
                "pain*/ache* + stops/stop + you/daily/walking/sleeping/caring/your - come and go/cramp*",
            ],
            spanish: &["dolor* + semanas", "dolor* + impide/no le deja/no la deja"],
        },
    },
    Sign {
        name: "low mood",
        by_stage: [R, R, R, R, R],
        wording: "You feel low or very worried for more than 2 weeks",
        words: Patterns {
            english: &[
                "feel low/feeling low/low mood/feel sad/very sad/tearful/worried/anxious/hopeless/depress*/feel down",
            ],
            spanish: &["triste*/animo bajo/decaid*/preocupad*/ansios*/depri*/desesperanz*/desanimad*"],
        },
    },
    Sign {
        name: "pain or pins and needles down one leg",
        by_stage: [R, R, R, XR, XR],
        wording: "Pain or pins and needles down one leg, with no weakness",
        words: Patterns {
            english: &["pins and needles/tingl*/sciatica/pain + leg + down/no weakness/without weakness"],
            spanish: &["hormigue*/ciatica/dolor + pierna + por/baja/sin debilidad"],
        },
    },
    Sign {
        name: "morning stiffness",
        by_stage: [XR, R, R, R, XR],
        wording: "Back stiff for more than 30 minutes each morning",
        words: Patterns { english: &["stiff* + morning*/30 minutes"], spanish: &["rig*/ties* + manana*/30 minutos"] },
    },
    Sign {
        name: "leaking, or a bulge",
        by_stage: [NO, NO, NO, R, NO],
        wording: "You leak pee or poo, or feel a bulge or heaviness",
        words: Patterns {
            english: &["leak* + pee/poo/wee/urine", "bulge"],
            spanish: &["escap*/gotea* + orina/heces/pis", "bulto/pesadez"],
        },
    },
    Sign {
        name: "pain when you move about",
        by_stage: [XR, XR, XR, XR, XR],
        wording: "Pain with walking, stairs, turning in bed or daily tasks",
        words: Patterns {
            english: &["pain*/ache*/hurt* + walk*/stairs/turn in bed/turning in bed/daily tasks"],
            spanish: &["dolor* + caminar/escaleras/darse vuelta/tareas diarias"],
        },
    },
    Sign {
        name: "pain at night that eases with moving",
        by_stage: [XR, XR, XR, XR, XR],
        wording: "Pain that wakes you at night and eases when you move",
        words: Patterns { english: &["night/wakes you + ease/eases"], spanish: &["noche/despierta + alivia/mejora"] },
    },
    Sign {
        name: "back, bone or joint trouble from before",
        by_stage: [XR, XR, XR, XR, XR],
        wording: "Arthritis, weak bones, past back or disc trouble, steroid tablets or blood-thinning injections",
        words: Patterns {
            english: &[
                "arthritis/weak bones/thin bones/steroid*/heparin/blood thinn*/disc/past back/back trouble",
                "swollen joint*/swelling in your joints",
            ],
            spanish: &["artritis/huesos debiles/esteroide*/heparina/anticoagulante*/hernia/articulacion*"],
        },
    },
    Sign {
        name: "tingling in an arm or hand",
        by_stage: [XR, XR, XR, XR, XR],
        wording: "Tingling in an arm or hand, or a hand numb at night",
        words: Patterns { english: &["tingl*/numb + arm/hand"], spanish: &["hormigue*/entumec* + brazo/mano"] },
    },
    Sign {
        name: "heartburn",
        by_stage: [XR, XR, XR, XR, XR],
        wording: "Heartburn that food changes do not help",
        words: Patterns { english: &["heartburn"], spanish: &["acidez"] },
    },
    Sign {
        name: "a need for aids or for changes at work",
        by_stage: [XR, XR, XR, XR, XR],
        wording: "You need crutches, a belt or a birth plan, or your job makes it worse",
        words: Patterns {
            english: &["crutches/birth plan", "job/work/boss + worse"],
            spanish: &["muletas/plan de parto", "trabajo + peor/empeora"],
        },
    },
    Sign {
        name: "a gap between the tummy muscles",
        by_stage: [NO, NO, NO, XR, NO],
        wording: "Belly domes, or a gap, after 8 weeks",
        words: Patterns { english: &["dome/domes/doming/gap"], spanish: &["separacion/abultamiento"] },
    },
];
