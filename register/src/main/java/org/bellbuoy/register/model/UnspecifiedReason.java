package org.bellbuoy.register.model;

/** Why nobody is named as a holder: the codes of BODS 0.4. */
public enum UnspecifiedReason {
  NO_BENEFICIAL_OWNERS("noBeneficialOwners"),
  SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER(
      "subjectUnableToConfirmOrIdentifyBeneficialOwner"),
  INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION("interestedPartyHasNotProvidedInformation"),
  SUBJECT_EXEMPT_FROM_DISCLOSURE("subjectExemptFromDisclosure"),
  INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE("interestedPartyExemptFromDisclosure"),
  UNKNOWN("unknown"),
  INFORMATION_UNKNOWN_TO_PUBLISHER("informationUnknownToPublisher");

  private final String bods;

  UnspecifiedReason(String bods) {
    this.bods = bods;
  }

  /** Its code in BODS 0.4. */
  public String bods() {
    return bods;
  }
}
