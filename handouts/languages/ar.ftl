# Arabic, spoken to a woman. A draft: a qualified medical translator and readers from the clinic's own community must
# review it before print.

## What a leaflet says of itself

# of: 42bfd856
about = عن هذه النشرة
# of: a9d69c19
contact = كيف تتواصلين معنا
# of: 0a8df495
contact-phone = العيادة
# of: 4538f2dc
contact-emergency = الطوارئ
# of: f60825de
published-by = الناشر: { $clinic }.
# of: 91dec31a
written-by = إعداد: { $author }.
# of: f9ae2df8
approved-by = اعتمدها: { $names }.
# of: d6c0a146
not-covered = لا يشمل ذلك: { $names }.
# of: eff89482
chosen-for-you = اختيرت تمارينك ومقدارها لك: انظري «أعطتها».
# of: b452c02d
versions = الإصدار { $version }، { $published }. تراجع قبل { $review }.
# of: 048e7b7f
versions-short = الإصدار { $version }، { $published }. تراجع قبل { $review }
# of: c6fa3361
other-formats = أخبرينا إذا احتجت إلى هذه النشرة بخط كبير أو بلغة أخرى.
# of: 46f51cad
subject = نشرة للمرضى: { $title }
# of: 288a167e
sources = من أين جاءت هذه المعلومات
# of: 64691eab
sources-on-request = لكل معلومة هنا مصدر يمكننا عرضه عليك. اطلبي القائمة منا.
# of: 3c859a01
whole-leaflet-at = هذه نسخة مختصرة. النشرة الكاملة على { $address }.
# of: 8d6773b7
whole-leaflet-ask = هذه نسخة مختصرة. اطلبي منا النشرة الكاملة.
# of: 06b98041
qr-code = رمز QR يقود إلى { $address }

## Warnings on every page

# of: c79b0e50
draft = مسودة: لم يعتمدها طبيب بعد
# of: a3eeefa1
draft-half-approved = مسودة: لم يكتمل اعتمادها بعد
# of: 1a9ed4c7
draft-partly-approved = مسودة: لم يعتمد كل ما فيها
# of: 2980a6be
draft-translation = مسودة: لم تعتمد هذه الترجمة بعد
# of: a180075f
with-errors = مسودة فيها أخطاء: لا تعطى للمرضى
# of: cdbc0a7f
overdue = انتهى موعد مراجعتها: اطلبي نسخة أحدث
# of: 5ab2b12d
sample = عينة: ليست للمرضى

## Pages

# of: 9833019a
page = { $page } من { $pages }
# of: f64e0137
continued = { $title } (تابع)

## Treatments

# of: d70604e8
evidence-recommended = موصى به
# of: fb560b35
evidence-may-help = قد يساعد
# of: b45c8021
evidence-not-enough = الأدلة غير كافية
# of: 7c0c8186
evidence-specialist = ليس دون طبيب مختص
# of: ebf60205
evidence-do-not-use = لا تستعمليه

## Exercises

# of: 84cc09ea
start = البداية:
# of: 54e98cc7
stop-if = توقفي إذا
# of: f1d87355
also-good = وهذه مفيدة لك أيضاً: { $names }.

## To write on

# of: 01bc5bfb
notes = ملاحظاتي وأسئلتي للزيارة القادمة
# of: f0d10691
week = أسبوعي
# of: 19d6b68b
week-hint = ماذا فعلت؟ كم كان ألمك من 0 إلى 10؟

## Lists

# of: d9f0b67a
list-separator = ،{" "}
# of: cb501828
list = { $before } و{ $last }

## Days

# of: 6a00dfc1
monday = الاثنين
# of: 7d8af1de
tuesday = الثلاثاء
# of: c0a6cc82
wednesday = الأربعاء
# of: fc266206
thursday = الخميس
# of: e21f3f37
friday = الجمعة
# of: dbe35c73
saturday = السبت
# of: 873fef76
sunday = الأحد
# of: f40d7f51
monday-short = اثنين
# of: d1eb39b0
tuesday-short = ثلاثاء
# of: 58339f45
wednesday-short = أربعاء
# of: 7da11212
thursday-short = خميس
# of: 66dab40c
friday-short = جمعة
# of: fdeb71b5
saturday-short = سبت
# of: db18f17f
sunday-short = أحد
# of: 5dec647e
month =
    { $number ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }
# of: 213fc7d4
month-after-day = { month }
# of: 5e7ade55
date = { $day } { $month } { $year }
# of: 2344c2a4
month-and-year = { $month } { $year }

## Doses

# of: 34f9f231
dose-range = { $least } إلى { $most }
# of: d9f0b67a
dose-separator = ،{" "}
# of: ac699d92
dose-times =
    { $n ->
        [one] مرة واحدة
        [two] مرتان
        [few] { $count } مرات
       *[other] { $count } مرة
    }
# of: d8bed49d
dose-sets-of-times =
    { $n ->
        [one] مجموعة واحدة من { $times }
        [two] مجموعتان من { $times }
        [few] { $sets } مجموعات من { $times }
       *[other] { $sets } مجموعة من { $times }
    }
# of: 56108529
dose-sets =
    { $n ->
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $count } مجموعات
       *[other] { $count } مجموعة
    }
# of: 169b0a2c
dose-sets-of-length =
    { $n ->
        [one] { $length }
        [two] مرتان، { $length } كل مرة
        [few] { $sets } مرات، { $length } كل مرة
       *[other] { $sets } مرة، { $length } كل مرة
    }
# of: 2961d424
dose-each-side = على كل جانب
# of: 7e0b2b61
dose-left-side = على الجانب الأيسر فقط
# of: 3a09e5d0
dose-right-side = على الجانب الأيمن فقط
# of: b25aedd4
dose-hold =
    { $n ->
        [one] اثبتي ثانية واحدة
        [two] اثبتي ثانيتين
        [few] اثبتي { $count } ثوان
       *[other] اثبتي { $count } ثانية
    }
# of: e791087a
dose-seconds =
    { $n ->
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوان
       *[other] { $count } ثانية
    }
# of: da3f67ac
dose-minutes =
    { $n ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
# of: d8f0ce35
dose-times-a-day =
    { $n ->
        [one] مرة في اليوم
        [two] مرتان في اليوم
        [few] { $count } مرات في اليوم
       *[other] { $count } مرة في اليوم
    }
# of: 1eb613c7
dose-days-a-week =
    { $n ->
        [one] يوم واحد في الأسبوع
        [two] يومان في الأسبوع
       *[other] { $count } أيام في الأسبوع
    }
# of: ed28f6ca
dose-every-day = كل يوم

## Personal sheets

# of: 6b339b90
sheet-title = { $title }: ورقة شخصية
# of: 871a63f9
sheet-subject = ورقة تمارين شخصية: { $title }
# of: 04633af5
sheet-pill = ورقتك الشخصية
# of: dcd1d522
patient-name = الاسم
# of: 99c40ab4
visit-date = التاريخ
# of: e78041ab
week-by-hand = الأسبوع
# of: 7f76f0f6
weeks-of-pregnancy = أسابيع الحمل
# of: 5c6ee4bf
weeks-after-birth = أسابيع بعد الولادة
# of: 7e66cbba
weeks =
    { $n ->
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $n } أسابيع
        [many] { $n } أسبوعًا
       *[other] { $n } أسبوع
    }
# of: 8183e77e
days =
    { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
# of: e401485a
weeks-and-days = { $weeks } + { $days }
# of: a5608163
next-visit = الزيارة القادمة
# of: 6b89e9e5
given-by = أعطتها
# of: ddc71b9f
this-leaflet = هذه النشرة
# of: 7975fc6a
note = ملاحظة لك
# of: 112b0bab
for-you = لك:
# of: b21fa43e
diary = أسبوعك
# of: 41445e35
diary-hint = ضعي علامة في المربع كل مرة تؤدين فيها التمرين في ذلك اليوم.
# of: 9bc3516b
diary-exercise = التمرين
# of: f976ae9b
exercise-safely = تمرني بأمان
# of: 98470689
although = أعطي مع أن { $reason }: { $because }
# of: f6baf193
although-by = أعطاه { $clinician } مع أن { $reason }: { $because }
# of: 1cd98495
reason-on-back = التمرين على الظهر ولا ينصح به بعد الأسبوع { $week }
# of: f8559cdc
reason-not-after = التمرين لا ينصح به بعد الأسبوع { $week }
# of: f99b2869
reason-not-before = التمرين لا ينصح به قبل الأسبوع { $week }
# of: 3b563192
reason-after-birth = التمرين لا ينصح به قبل الأسبوع { $week } بعد الولادة
# of: 5a73c5e8
reason-stage = التمرين لمرحلة أخرى
