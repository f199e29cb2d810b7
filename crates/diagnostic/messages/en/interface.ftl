# What the command line says.

did-you-mean = did you mean { $meant }?
finding-note = note
finding-warning = warning
finding-error = check failed
column-unit = unit
column-status = status
column-counts = counts
column-findings = findings
column-file = file
status-done = done
status-failed = failed
status-not-done = not done
batch-summary = { $done } done, { $failed } failed, { $waiting } not done.
check-clean = nothing found.
check-faulty = { $count } found.
