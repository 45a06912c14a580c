package org.bellbuoy.register.model;

/**
 * What a role rests on. The first twenty-three are the interest types of BODS 0.4; the others are
 * our own.
 */
public enum Basis {
  SHAREHOLDING(Nature.ECONOMIC, "shareholding"),
  VOTING_RIGHTS(Nature.VOTING, "votingRights"),
  APPOINTMENT_OF_BOARD(Nature.CONTROL, "appointmentOfBoard"),
  OTHER_INFLUENCE_OR_CONTROL(Nature.CONTROL, "otherInfluenceOrControl"),
  SENIOR_MANAGING_OFFICIAL(Nature.CONTROL, "seniorManagingOfficial"),
  SETTLOR(Nature.OTHER, "settlor"),
  TRUSTEE(Nature.CONTROL, "trustee"),
  PROTECTOR(Nature.CONTROL, "protector"),
  BENEFICIARY_OF_LEGAL_ARRANGEMENT(Nature.OTHER, "beneficiaryOfLegalArrangement"),
  RIGHTS_TO_SURPLUS_ASSETS_ON_DISSOLUTION(Nature.OTHER, "rightsToSurplusAssetsOnDissolution"),
  RIGHTS_TO_PROFIT_OR_INCOME(Nature.OTHER, "rightsToProfitOrIncome"),
  RIGHTS_GRANTED_BY_CONTRACT(Nature.CONTROL, "rightsGrantedByContract"),
  CONDITIONAL_RIGHTS_GRANTED_BY_CONTRACT(Nature.CONTROL, "conditionalRightsGrantedByContract"),
  CONTROL_VIA_COMPANY_RULES_OR_ARTICLES(Nature.CONTROL, "controlViaCompanyRulesOrArticles"),
  CONTROL_BY_LEGAL_FRAMEWORK(Nature.CONTROL, "controlByLegalFramework"),
  BOARD_MEMBER(Nature.OTHER, "boardMember"),
  BOARD_CHAIR(Nature.OTHER, "boardChair"),
  UNKNOWN_INTEREST(Nature.OTHER, "unknownInterest"),
  UNPUBLISHED_INTEREST(Nature.OTHER, "unpublishedInterest"),
  ENJOYMENT_AND_USE_OF_ASSETS(Nature.OTHER, "enjoymentAndUseOfAssets"),
  RIGHT_TO_PROFIT_OR_INCOME_FROM_ASSETS(Nature.OTHER, "rightToProfitOrIncomeFromAssets"),
  NOMINEE(Nature.OTHER, "nominee"),
  NOMINATOR(Nature.CONTROL, "nominator"),
  /** Title to a thing: a ship, a cable, a crane. */
  TITLE(Nature.ECONOMIC, ""),
  /** A share with special votes against decisions. */
  GOLDEN_SHARE(Nature.CONTROL, ""),
  /** A committee of a ruling party within the company. */
  PARTY_COMMITTEE(Nature.CONTROL, ""),
  /** Loans on which the company depends. */
  FINANCING(Nature.CONTROL, ""),
  /** A lease or charter. */
  LEASE(Nature.CONTROL, ""),
  /** Its accounts are consolidated by the holder (GLEIF level 2): no percentage follows. */
  ACCOUNTING_CONSOLIDATION(Nature.CONTROL, ""),
  /** It is a branch of the holder and no person of its own (GLEIF level 2). */
  BRANCH(Nature.CONTROL, ""),
  /** The role is a plain fact, such as having made a thing. */
  FACT(Nature.OTHER, ""),
  /** A source says that it controls and not how. */
  STATED_CONTROL(Nature.CONTROL, "");

  /** What a basis counts as. */
  public enum Nature {
    /** A share in what a thing earns or is worth; enters integrated ownership. */
    ECONOMIC,
    /** A share of votes; enters majority control. */
    VOTING,
    /** Control that no percentage measures. */
    CONTROL,
    /** Neither. */
    OTHER
  }

  private final Nature nature;
  private final String bods;

  Basis(Nature nature, String bods) {
    this.nature = nature;
    this.bods = bods;
  }

  /** What it counts as. */
  public Nature nature() {
    return nature;
  }

  /** Its code among the interest types of BODS 0.4; empty for our own. */
  public String bods() {
    return bods;
  }
}
