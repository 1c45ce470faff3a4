# SPDX-License-Identifier: GPL-3.0-or-later
# The icons of the set (Lucide, ISC licence) that the program uses; each is the file NAME.svg of lucide-static and is
# reached as lectern::app::icon(u"NAME"). Add a name here to use another one.
set(LECTERN_ICONS
    a-large-small arrow-down arrow-down-wide-narrow arrow-right arrow-up arrow-up-down arrow-up-narrow-wide at-sign award
    badge-check bold book-open bookmark briefcase calendar calendar-arrow-down camera check chevron-down chevron-left chevron-right
    chevron-up circle-alert circle-check circle-help clipboard-check code columns-3 command copy diff download ellipsis
    external-link eye eye-off file-code file-output file-plus file-search file-sliders file-text filter flask-conical folder folder-git-2
    folder-open globe graduation-cap grip-vertical hash history house image info italic keyboard languages layout-list link
    list list-ordered locate-fixed lock map-pin menu mic monitor navigation newspaper paperclip panel-left panel-left-close panel-right
    panel-right-close pen-line pencil plus presentation quote redo-2 refresh-cw rotate-cw route save scan-eye search settings
    shield shield-check sigma sliders-horizontal smartphone smile square-pen star strikethrough sun moon superscript tablet tag text
    trash-2 triangle-alert type undo-2 upload user users wifi-off x zoom-in zoom-out
)
