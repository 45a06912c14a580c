package org.bellbuoy.register.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.bellbuoy.register.model.RoleKind;
import org.bellbuoy.register.policy.PolicyRule.Scope;

/**
 * A rule that is ready to be asked.
 *
 * @param fields names of all fields that it reads of anything
 */
record CompiledRule(PolicyRule rule, String variable, Node node, Set<String> fields) {
  private static final Set<String> OF_CONTROL =
      Set.of("ultimateController", "ultimateControllers", "stateOwned");

  CompiledRule {
    fields = Set.copyOf(fields);
  }

  /** What came of asking. */
  enum Answer {
    /** The rule is broken. */
    BROKEN,
    /** It is kept. */
    KEPT,
    /** It hangs on what is unknown or only possible. */
    CANNOT_TELL
  }

  /**
   * Compiles a rule.
   *
   * @param place file and line of its expression, for messages
   */
  static CompiledRule of(PolicyRule rule, String place) throws PolicyException {
    String variable = rule.scope() == Scope.ASSET ? "asset" : "party";
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setTypeProvider(new FactTypes())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(variable, rule.scope() == Scope.ASSET ? FactTypes.ASSET : FactTypes.PARTY)
            .setResultType(SimpleType.BOOL)
            .build();
    CelValidationResult checked = compiler.compile(rule.expression());
    for (CelIssue issue : checked.getErrors()) {
      throw new PolicyException(
          "%s: rule '%s', line %d column %d of its expression: %s."
              .formatted(
                  place,
                  rule.id(),
                  issue.getSourceLocation().getLine(),
                  issue.getSourceLocation().getColumn() + 1,
                  issue.getMessage()));
    }
    CelAbstractSyntaxTree tree;
    try {
      tree = checked.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("an expression without errors has no tree", e);
    }
    try {
      Set<String> read = new HashSet<>();
      Node node = Expressions.of(tree.getExpr(), read);
      return new CompiledRule(rule, variable, node, read);
    } catch (Expressions.Unsupported e) {
      int offset = tree.getSource().getPositionsMap().getOrDefault(e.expression(), 0);
      throw new PolicyException(
          "%s: rule '%s', column %d of its expression: %s cannot be used in policies."
              .formatted(place, rule.id(), offset + 1, e.getMessage()));
    }
  }

  /** Whether it reads any fact that hangs on who controls a party. */
  boolean readsControl() {
    return !Collections.disjoint(fields, OF_CONTROL);
  }

  /** Roles that it reads of an asset. */
  Set<RoleKind> roles() {
    Set<RoleKind> roles = EnumSet.noneOf(RoleKind.class);
    for (String field : fields) {
      RoleKind one = FactTypes.ONE.getOrDefault(field, FactTypes.MANY.get(field));
      if (one != null) {
        roles.add(one);
      }
    }
    return roles;
  }

  Answer ask(Struct facts) {
    Object value = node.value(new Node.Variables(variable, facts, null));
    return value instanceof Boolean broken
        ? broken ? Answer.BROKEN : Answer.KEPT
        : Answer.CANNOT_TELL;
  }
}
