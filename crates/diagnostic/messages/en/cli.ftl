# Help and usage of the command line. A command's text is cli-<path>, an argument's cli-<path>-arg-<name>, an
# option's option-<name>; .value names what it takes, .expects says how to write it.

cli = huibian: assembles periodic reports from data
    .after =
        Exit codes: 0 all is well; 1 some units failed or a check failed; 2 the run could not be made.
        Examples:
          huibian check          looks at the data
          huibian preview yunxi  shows one unit's report
          huibian batch          makes every report
cli-assemble = Make one unit's report
cli-assemble-arg-unit = The unit's id or name, such as yunxi
    .value = UNIT
cli-batch = Make every unit's report
cli-check = Check the workspace and the units' data; writes nothing
cli-preview = Show one unit's report on the terminal; writes nothing
cli-preview-arg-unit = The unit's id or name, such as yunxi
    .value = UNIT
cli-new = Make a workspace that runs at once
cli-new-arg-dir = The new folder
    .value = FOLDER
cli-plugin = List plugins and look at them
cli-plugin-list = List the installed plugins
cli-plugin-show = Show what a plugin asks for and what it counts
cli-plugin-show-arg-id = The plugin's id; see huibian plugin list
    .value = ID
cli-plugin-new = Make a new plugin's folder, which works at once
cli-plugin-new-arg-id = The new plugin's id, such as home-visits
    .value = ID
cli-plugin-build = Build a plugin's code and put it where it is found
cli-plugin-build-arg-target = The plugin's id or folder; by default this folder, or every plugin
    .value = PLUGIN
cli-plugin-pack = Pack a plugin into one file to hand on
cli-plugin-pack-arg-target = The plugin's id or folder
    .value = PLUGIN
cli-plugin-install = Install a plugin from its file into the workspace
cli-plugin-install-arg-file = The file that plugin pack made
    .value = FILE
cli-plugin-check = Check that a plugin is fit to be handed on
cli-plugin-check-arg-target = The plugin's id or folder; by default this folder, or every plugin
    .value = PLUGIN
cli-plugin-test = Run a plugin's examples and compare the results
cli-plugin-test-arg-target = The plugin's id or folder; by default this folder, or every plugin
    .value = PLUGIN
cli-explain = Explain a diagnostic's code
cli-explain-arg-code = The code, such as U003
    .value = CODE
cli-completions = Print a completion script for a shell
cli-completions-arg-shell = bash, elvish, fish, powershell or zsh
    .value = SHELL
cli-manual = Print the help of every command
cli-help = Show a command's help
cli-help-arg-command = The command, such as plugin show
    .value = COMMAND

option-workspace = The workspace's folder; by default the nearest here or above
    .value = FOLDER
option-report = Which report, where there are several
    .value = ID
option-period = The reporting period, such as 2023Q2, 2023H1, 2023-06 or 2023
    .value = PERIOD
option-date = The date the documents bear, such as 2023-07-05
    .value = DATE
    .expects = Write 2023-07-05.
option-format = File formats, such as docx,md,txt
    .value = FORMATS
option-output = Names of output files without extension, such as out/{"{"}period{"}"}/{"{"}unit.name{"}"}
    .value = PATTERN
option-jobs = How many units at a time; by default what the machine has
    .value = NUMBER
    .expects = Write a whole number, 1 or more.
option-lang = Language: zh or en; by default the system's
    .value = LANGUAGE
option-color = Colour: auto, always or never
    .value = WHEN
option-quiet = Print errors and the last line only
option-verbose = Print timings and where files were found; twice (-vv) also each unit's time
option-help = Print help
option-version = Print the version
option-bless = Write what came of the examples into plugin.toml
option-kind = What carries the plugin: declarative (no code), native or wasm
    .value = KIND
option-dir = Where the plugin's folder goes; by default the workspace's plugins, or here
    .value = FOLDER
option-to = The file to write; by default ID-VERSION.hbplugin here
    .value = FILE
option-replace = Replace another version that is installed
option-add = Also add the plugin to plugins in workspace.toml

help-usage = Usage:{" "}
help-commands = Commands:
help-arguments = Arguments:
help-options = Options:
help-any-option = [OPTIONS]
help-any-command = <COMMAND>

usage-line = usage
usage-more = more
usage-unknown-option = there is no option { $given }
usage-unexpected = `{ $given }` is one too many
usage-unknown-command = there is no command `{ $given }`
usage-missing-argument = { $missing } is missing
usage-missing-command = no command was given
usage-commands = the commands are: { $known }
usage-missing-value = { $option } has no value
usage-bad-value = { $option } cannot be `{ $given }`
usage-known-values = it can be: { $known }
usage-conflict = { $option } and { $other } do not go together
usage-twice = { $option } stands twice
usage-no-value = { $option } takes no value, but has `{ $given }`
usage-not-text = the command line has text that is not UTF-8
usage-other = the command line is wrong: { $reason }
