# Arabic, spoken to a woman. A draft: a qualified medical translator and readers from the clinic's own community must
# review it before print.

## What a leaflet says of itself

about = عن هذه النشرة
contact = كيف تتواصلين معنا
published-by = الناشر: { $clinic }.
written-by = إعداد: { $author }.
approved-by = اعتمدها: { $names }.
not-covered = لا يشمل ذلك: { $names }.
safety-box = كيف تتمرنين بأمان
chosen-for-you = اختيرت تمارينك ومقدارها لك: انظري «أعطتها».
versions = الإصدار { $version }، { $published }. تراجع قبل { $review }.
versions-short = الإصدار { $version }، { $published }. تراجع قبل { $review }
other-formats = أخبرينا إذا احتجت إلى هذه النشرة بخط كبير أو بلغة أخرى.
subject = نشرة للمرضى: { $title }
sources = من أين جاءت هذه المعلومات
sources-on-request = لكل معلومة هنا مصدر يمكننا عرضه عليك. اطلبي القائمة منا.
whole-leaflet-at = هذه نسخة مختصرة. النشرة الكاملة على { $address }.
whole-leaflet-ask = هذه نسخة مختصرة. اطلبي منا النشرة الكاملة.
qr-code = رمز QR يقود إلى { $address }

## Warnings on every page

draft = مسودة: لم يعتمدها طبيب بعد
draft-half-approved = مسودة: لم يكتمل اعتمادها بعد
draft-partly-approved = مسودة: لم يعتمد كل ما فيها
draft-translation = مسودة: لم تعتمد هذه الترجمة بعد
with-errors = مسودة فيها أخطاء: لا تعطى للمرضى
overdue = انتهى موعد مراجعتها: اطلبي نسخة أحدث
sample = عينة: ليست للمرضى

## Pages

page = { $page } من { $pages }
continued = { $title } (تابع)

## Treatments

evidence-recommended = موصى به
evidence-may-help = قد يساعد
evidence-not-enough = الأدلة غير كافية
evidence-specialist = ليس دون طبيب مختص
evidence-do-not-use = لا تستعمليه

## Exercises

start = البداية:
stop-if = توقفي إذا
also-good = وهذه مفيدة لك أيضاً: { $names }.

## To write on

notes = ملاحظاتي وأسئلتي للزيارة القادمة
week = أسبوعي
week-hint = ماذا فعلت؟ كم كان ألمك من 0 إلى 10؟

## Lists

list-separator = ،{" "}
list = { $before } و{ $last }

## Days

monday = الاثنين
tuesday = الثلاثاء
wednesday = الأربعاء
thursday = الخميس
friday = الجمعة
saturday = السبت
sunday = الأحد
monday-short = اثنين
tuesday-short = ثلاثاء
wednesday-short = أربعاء
thursday-short = خميس
friday-short = جمعة
saturday-short = سبت
sunday-short = أحد
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
month-after-day = { month }
date = { $day } { $month } { $year }
month-and-year = { $month } { $year }

## Doses

dose-range = { $least } إلى { $most }
dose-separator = ،{" "}
dose-times =
    { $n ->
        [one] مرة واحدة
        [two] مرتان
        [few] { $count } مرات
       *[other] { $count } مرة
    }
dose-sets-of-times =
    { $n ->
        [one] مجموعة واحدة من { $times }
        [two] مجموعتان من { $times }
        [few] { $sets } مجموعات من { $times }
       *[other] { $sets } مجموعة من { $times }
    }
dose-sets =
    { $n ->
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $count } مجموعات
       *[other] { $count } مجموعة
    }
dose-sets-of-length =
    { $n ->
        [one] { $length }
        [two] مرتان، { $length } كل مرة
        [few] { $sets } مرات، { $length } كل مرة
       *[other] { $sets } مرة، { $length } كل مرة
    }
dose-each-side = على كل جانب
dose-left-side = على الجانب الأيسر فقط
dose-right-side = على الجانب الأيمن فقط
dose-hold =
    { $n ->
        [one] اثبتي ثانية واحدة
        [two] اثبتي ثانيتين
        [few] اثبتي { $count } ثوان
       *[other] اثبتي { $count } ثانية
    }
dose-seconds =
    { $n ->
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوان
       *[other] { $count } ثانية
    }
dose-minutes =
    { $n ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
dose-times-a-day =
    { $n ->
        [one] مرة في اليوم
        [two] مرتان في اليوم
        [few] { $count } مرات في اليوم
       *[other] { $count } مرة في اليوم
    }
dose-days-a-week =
    { $n ->
        [one] يوم واحد في الأسبوع
        [two] يومان في الأسبوع
       *[other] { $count } أيام في الأسبوع
    }
dose-every-day = كل يوم

## Personal sheets

sheet-title = { $title }: ورقة شخصية
sheet-subject = ورقة تمارين شخصية: { $title }
sheet-pill = ورقتك الشخصية
patient-name = الاسم
visit-date = التاريخ
week-by-hand = الأسبوع
weeks-of-pregnancy = أسابيع الحمل
weeks-after-birth = أسابيع بعد الولادة
weeks =
    { $n ->
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $n } أسابيع
        [many] { $n } أسبوعًا
       *[other] { $n } أسبوع
    }
days =
    { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
weeks-and-days = { $weeks } + { $days }
next-visit = الزيارة القادمة
given-by = أعطتها
this-leaflet = هذه النشرة
note = ملاحظة لك
for-you = لك:
diary = أسبوعك
diary-hint = ضعي علامة في المربع كل مرة تؤدين فيها التمرين في ذلك اليوم.
diary-exercise = التمرين
exercise-safely = تمرني بأمان
although = أعطي مع أن { $reason }: { $because }
although-by = أعطاه { $clinician } مع أن { $reason }: { $because }
reason-on-back = التمرين على الظهر ولا ينصح به بعد الأسبوع { $week }
reason-not-after = التمرين لا ينصح به بعد الأسبوع { $week }
reason-not-before = التمرين لا ينصح به قبل الأسبوع { $week }
reason-after-birth = التمرين لا ينصح به قبل الأسبوع { $week } بعد الولادة
reason-stage = التمرين لمرحلة أخرى
