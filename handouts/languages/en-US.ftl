# English in the United States: what differs from en.ftl.

date = { $month } { $day }, { $year }
