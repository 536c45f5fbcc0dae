# Polish. A draft: a qualified medical translator and readers from the clinic's own community must review it before print.

## What a leaflet says of itself

about = O tej ulotce
contact = Jak się z nami skontaktować
published-by = Wydawca: { $clinic }.
written-by = Autor: { $author }.
approved-by = Zatwierdzili: { $names }.
not-covered = Nie obejmuje to: { $names }.
safety-box = jak ćwiczyć bezpiecznie
chosen-for-you = Ćwiczenia i ich liczba zostały dobrane dla Ciebie: patrz „Od kogo”.
versions = Wersja { $version }, { $published }. Termin przeglądu: { $review }.
versions-short = Wersja { $version }, { $published }. Termin przeglądu: { $review }
other-formats = Powiedz nam, jeśli potrzebujesz tej ulotki dużym drukiem lub w innym języku.
subject = Ulotka dla pacjentek: { $title }
sources = Skąd pochodzą te informacje
sources-on-request = Każda informacja pochodzi ze źródła, które możemy pokazać. Poproś nas o listę.
whole-leaflet-at = To jest krótka wersja. Cała ulotka: { $address }.
whole-leaflet-ask = To jest krótka wersja. Poproś nas o całą ulotkę.
qr-code = Kod QR, który prowadzi do { $address }

## Warnings on every page

draft = Wersja robocza: bez zatwierdzenia przez personel medyczny
draft-half-approved = Wersja robocza: nie wszyscy ją zatwierdzili
draft-partly-approved = Wersja robocza: nie wszystko jest zatwierdzone
draft-translation = Wersja robocza: tłumaczenie nie jest zatwierdzone
with-errors = WERSJA ROBOCZA z błędami: nie dawać pacjentkom
overdue = Po terminie przeglądu: poproś o nowszą
sample = Wzór: nie dla pacjentek

## Pages

page = { $page } z { $pages }
continued = { $title } (ciąg dalszy)

## Treatments

evidence-recommended = Zalecane
evidence-may-help = Może pomóc
evidence-not-enough = Za mało dowodów
evidence-specialist = Tylko za zgodą specjalisty
evidence-do-not-use = Nie stosuj

## Exercises

start = Pozycja wyjściowa:
stop-if = Przerwij, jeśli
also-good = Te ćwiczenia też są teraz dla Ciebie dobre: { $names }.

## To write on

notes = Moje notatki i pytania na następną wizytę
week = Mój tydzień
week-hint = Co robiłaś? Jak silny był ból, od 0 do 10?

## Lists

list-separator = ,{" "}
list = { $before } i { $last }

## Days

monday = poniedziałek
tuesday = wtorek
wednesday = środa
thursday = czwartek
friday = piątek
saturday = sobota
sunday = niedziela
monday-short = pon.
tuesday-short = wt.
wednesday-short = śr.
thursday-short = czw.
friday-short = pt.
saturday-short = sob.
sunday-short = niedz.
month =
    { $number ->
        [1] styczeń
        [2] luty
        [3] marzec
        [4] kwiecień
        [5] maj
        [6] czerwiec
        [7] lipiec
        [8] sierpień
        [9] wrzesień
        [10] październik
        [11] listopad
       *[12] grudzień
    }
month-after-day =
    { $number ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    }
date = { $day } { $month } { $year }
month-and-year = { $month } { $year }

## Doses

dose-range = { $least } do { $most }
dose-separator = ,{" "}
dose-times =
    { $n ->
        [one] { $count } powtórzenie
        [few] { $count } powtórzenia
       *[many] { $count } powtórzeń
    }
dose-sets-of-times =
    { $n ->
        [one] { $sets } seria
        [few] { $sets } serie
       *[many] { $sets } serii
    } po { $times } { $n-times ->
        [one] powtórzeniu
       *[many] powtórzeń
    }
dose-sets =
    { $n ->
        [one] { $count } seria
        [few] { $count } serie
       *[many] { $count } serii
    }
dose-sets-of-length =
    { $n ->
        [one] { $length }
       *[many] { $sets } razy { $length }
    }
dose-each-side = na każdą stronę
dose-left-side = tylko na lewą stronę
dose-right-side = tylko na prawą stronę
dose-hold =
    { $n ->
        [one] przytrzymaj { $count } sekundę
        [few] przytrzymaj { $count } sekundy
       *[many] przytrzymaj { $count } sekund
    }
dose-seconds =
    { $n ->
        [one] { $count } sekunda
        [few] { $count } sekundy
       *[many] { $count } sekund
    }
dose-minutes =
    { $n ->
        [one] { $count } minuta
        [few] { $count } minuty
       *[many] { $count } minut
    }
dose-times-a-day =
    { $n ->
        [one] raz dziennie
       *[many] { $count } razy dziennie
    }
dose-days-a-week =
    { $n ->
        [one] { $count } dzień w tygodniu
       *[many] { $count } dni w tygodniu
    }
dose-every-day = codziennie

## Personal sheets

sheet-title = { $title }: karta osobista
sheet-subject = Osobista karta ćwiczeń: { $title }
sheet-pill = Twoja karta osobista
patient-name = Imię i nazwisko
visit-date = Data
week-by-hand = Tydzień
weeks-of-pregnancy = Tygodnie ciąży
weeks-after-birth = Tygodnie po porodzie
weeks =
    { $n ->
        [one] { $n } tydzień
        [few] { $n } tygodnie
       *[many] { $n } tygodni
    }
days =
    { $n ->
        [one] { $n } dzień
       *[many] { $n } dni
    }
weeks-and-days = { $weeks } + { $days }
next-visit = Następna wizyta
given-by = Od kogo
this-leaflet = Ta ulotka
note = Notatka dla Ciebie
for-you = Dla Ciebie:
diary = Twój tydzień
diary-hint = Zaznacz kratkę za każdym razem, gdy zrobisz ćwiczenie danego dnia.
diary-exercise = Ćwiczenie
exercise-safely = Ćwicz bezpiecznie
although = Zalecono, choć { $reason }: { $because }
although-by = Zaleca { $clinician }, choć { $reason }: { $because }
reason-on-back = ćwiczenie wykonuje się na plecach i nie jest zalecane po { $week } tygodniu
reason-not-after = ćwiczenie nie jest zalecane po { $week } tygodniu
reason-not-before = ćwiczenie nie jest zalecane przed { $week } tygodniem
reason-after-birth = ćwiczenie nie jest zalecane przed { $week } tygodniem po porodzie
reason-stage = jest przeznaczone na inny etap
