import Diagnostics

/// All rules of the course but for those of questions and of Markdown itself.
package enum CourseRules {
  package static let all: [Rule] = [
    .trackMissing, .duplicateLesson, .unlistedLesson, .unknownLesson, .plannedLesson, .missingOverview,
    .yamlSyntax, .duplicateKey, .yamlAnchor, .unknownKey, .missingKey, .wrongType, .emptyValue, .badValue,
    .badSlug, .reservedSlug, .missingFrontMatter, .unclosedFrontMatter,
    .unknownPrerequisite, .repeatedPrerequisite, .laterPrerequisite, .prerequisiteCycle,
    .badRedirect, .redirectLoop, .deadRedirect, .livingRedirect, .pathCollision,
  ]
}
