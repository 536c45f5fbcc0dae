# English: the words that every leaflet and every personal sheet shares.
#
# A message is `name = words`. What stands in braces after `$` is put in when a page is made; every other language must
# use the same. A message that a country says otherwise stands in its own file, such as en-US.ftl.

## What a leaflet says of itself

# Heading of the imprint.
about = About this leaflet
# Heading of the contacts.
contact = How to reach us
# Who answers a number that every clinic has.
contact-phone = Clinic
contact-emergency = Emergency
published-by = Published by { $clinic }.
written-by = Written by { $author }.
approved-by = Approved by { $names }.
# What the approvals of a personal sheet do not cover.
not-covered = This does not cover: { $names }.
# The box with the rules for exercise, where it is named in `not-covered`.
# Whose decision the choice of exercises on a personal sheet is. The words in quotes are those of `given-by`.
chosen-for-you = Your exercises, and how much to do, were chosen for you: see “Given by”.
versions = Version { $version }, { $published }. Review by { $review }.
# The same at the foot of a page.
versions-short = Version { $version }, { $published }. Review by { $review }
other-formats = Ask us if you need this in large print or in another language.
subject = Patient leaflet: { $title }
# Heading of the sources.
sources = Where this comes from
sources-on-request = Every fact here comes from a source we can show you. Ask us for the list.
# Where the whole leaflet can be had: at an address, or from the clinic.
whole-leaflet-at = This is a short version. The whole leaflet is at { $address }.
whole-leaflet-ask = This is a short version. Ask us for the whole leaflet.
qr-code = QR code that leads to { $address }

## Warnings on every page

draft = Draft: not yet approved by a clinician
# Some of those who must approve a leaflet have done so.
draft-half-approved = Draft: not yet approved by all who must
# A personal sheet prints something that is not part of the approved leaflet.
draft-partly-approved = Draft: not all of this is approved
# The leaflet is approved, but its language or a translated text is a draft, or older than the English text.
draft-translation = Draft: this translation is not yet approved
with-errors = DRAFT with errors: do not give to patients
overdue = Past its review date: ask for a newer one
sample = Sample: not for patients

## Pages

page = { $page } of { $pages }
# The heading of a box that goes on on the next page.
continued = { $title } (continued)

## Treatments: how well each is known to work

evidence-recommended = Recommended
evidence-may-help = May help
evidence-not-enough = Not enough proof
evidence-specialist = Not without a specialist
evidence-do-not-use = Do not use

## Exercises

# Before how an exercise starts.
start = Start:
# Before when to stop an exercise.
stop-if = Stop if
# Exercises that are named and have no card of their own.
also-good = These are good for you now, too: { $names }.

## To write on

notes = My notes and questions for my next visit
week = My week
week-hint = What did you do? How was your pain, from 0 to 10?

## Lists: `Walking, bridge and clam`

list-separator = ,{" "}
list = { $before } and { $last }

## Days

monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
monday-short = Mon
tuesday-short = Tue
wednesday-short = Wed
thursday-short = Thu
friday-short = Fri
saturday-short = Sat
sunday-short = Sun
month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
# The same after the number of a day.
month-after-day = { month }
date = { $day } { $month } { $year }
month-and-year = { $month } { $year }

## Doses: `2 sets of 8 to 12, on each side, hold 3 seconds, 3 days a week`
##
## $n is the number that the form of a word goes by; $count is that number as it is printed, or a range such as `8 to 12`.

dose-range = { $least } to { $most }
dose-separator = ,{" "}
dose-times =
    { $n ->
        [one] once
       *[other] { $count } times
    }
dose-sets-of-times =
    { $n ->
        [one] { $sets } set of { $times }
       *[other] { $sets } sets of { $times }
    }
dose-sets =
    { $n ->
        [one] { $count } set
       *[other] { $count } sets
    }
dose-sets-of-length =
    { $n ->
        [one] { $length }
       *[other] { $sets } times { $length }
    }
dose-each-side = on each side
dose-left-side = on your left side only
dose-right-side = on your right side only
dose-hold =
    { $n ->
        [one] hold { $count } second
       *[other] hold { $count } seconds
    }
dose-seconds =
    { $n ->
        [one] { $count } second
       *[other] { $count } seconds
    }
dose-minutes =
    { $n ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
dose-times-a-day =
    { $n ->
        [one] once a day
       *[other] { $count } times a day
    }
dose-days-a-week =
    { $n ->
        [one] { $count } day a week
       *[other] { $count } days a week
    }
dose-every-day = every day

## Personal sheets

sheet-title = { $title }: personal sheet
sheet-subject = Personal exercise sheet: { $title }
sheet-pill = Your personal sheet
patient-name = Name
visit-date = Date
# Before the week, where it is written by hand.
week-by-hand = Week
weeks-of-pregnancy = Weeks of pregnancy
weeks-after-birth = Weeks after birth
weeks =
    { $n ->
        [one] 1 week
       *[other] { $n } weeks
    }
days =
    { $n ->
        [one] 1 day
       *[other] { $n } days
    }
weeks-and-days = { $weeks } + { $days }
next-visit = Next visit
given-by = Given by
# Before why she gets a leaflet of another stage.
this-leaflet = This leaflet
# Heading of the clinician's note.
note = A note for you
# Before the clinician's note on a card.
for-you = For you:
diary = Your week
diary-hint = Tick a box each time you have done an exercise that day.
diary-exercise = Exercise
# Heading of the safety box.
exercise-safely = Exercise safely
# An exercise that is not for her week, and is given all the same.
although = Given although { $reason }: { $because }
although-by = Given by { $clinician } although { $reason }: { $because }
reason-on-back = it is done flat on the back, and not advised after week { $week }
reason-not-after = it is not advised after week { $week }
reason-not-before = it is not advised before week { $week }
reason-after-birth = it is not advised before week { $week } after birth
reason-stage = it is meant for another stage
