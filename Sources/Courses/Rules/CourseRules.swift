import Diagnostics

/// All rules of the course but for those of questions (``PracticeRules``) and of Markdown itself.
package enum CourseRules {
  package static let all: [Rule] = [
    .trackMissing, .duplicateLesson, .unlistedLesson, .unknownLesson, .plannedLesson, .missingOverview,
    .yamlSyntax, .duplicateKey, .yamlAnchor, .unknownKey, .missingKey, .wrongType, .emptyValue, .badValue,
    .badSlug, .reservedSlug, .missingFrontMatter, .unclosedFrontMatter,
    .unknownPrerequisite, .repeatedPrerequisite, .laterPrerequisite, .prerequisiteCycle,
    .badRedirect, .redirectLoop, .deadRedirect, .livingRedirect, .redirectAnchor, .occupiedPath,
    .missingTitle, .secondTitle, .pageFrontMatter, .emptyHeading, .skippedLevel, .duplicateHeading,
    .linkText, .linkScheme, .absoluteLink, .outsideLink, .linkToHTML, .brokenLink, .plannedLink, .draftLink,
    .brokenAnchor, .imageAlternative, .brokenImage, .foreignImage, .unusedImage, .undefinedFootnote,
    .statedMinutes, .lostPage, .lostAnchor, .lostQuestion,
  ]
}
