/**
 * Names of terms of the W3C Data Privacy Vocabulary, version 2.1 (w3id.org/dpv; repository w3c/dpv,
 * files `2.1/dpv/modules/*.csv`, `2.1/pd/modules/*.csv`, `2.1/legal/eu/gdpr/modules/*.csv`; W3C
 * Software and Document Licence). Names only: those that a notice may use, so that none is written
 * which the vocabulary does not have.
 */
const words = (given: string): ReadonlySet<string> => new Set(given.split(/\s+/).filter(Boolean));

/** Purposes (`dpv:`). */
export const PURPOSE_TERMS = words(`
  AcademicResearch AccountManagement Advertising AgeVerification CombatClimateChange
  CommercialPurpose CommercialResearch CommunicationForCustomerCare CommunicationManagement
  CounterMoneyLaundering Counterterrorism CustomerCare CustomerClaimsManagement CustomerManagement
  CustomerOrderManagement CustomerRelationshipManagement CustomerSolvencyMonitoring DataAltruism
  DeliveryOfGoods DirectMarketing DisputeManagement EnforceAccessControl EnforceSecurity
  EstablishContractualAgreement FraudPreventionAndDetection FulfilmentOfContractualObligation
  FulfilmentOfObligation HumanResourceManagement IdentityAuthentication IdentityVerification
  ImproveExistingProductsAndServices ImproveHealthcare ImproveInternalCRMProcesses
  ImprovePublicServices ImproveTransportMobility IncreaseServiceRobustness
  InternalResourceOptimisation LegalCompliance MaintainFraudDatabase Marketing
  MemberPartnerManagement MisusePreventionAndDetection NonCommercialPurpose NonCommercialResearch
  OptimisationForConsumer OptimisationForController OptimiseUserInterface
  OrganisationComplianceManagement OrganisationGovernance OrganisationRiskManagement
  PaymentManagement Personalisation PersonalisedAdvertising PersonalisedBenefits
  PersonnelBehaviourMonitoring PersonnelHiring PersonnelManagement PersonnelMonitoring
  PersonnelOffboarding PersonnelOnboarding PersonnelPayment PersonnelPerformanceEvaluation
  PersonnelPerformanceManagement PersonnelPerformanceMonitoring PersonnelPerformancePrediction
  PersonnelPromotionManagement PersonnelTerminationManagement PersonnelWorkloadManagement
  PoliticalCampaign ProtectionOfIPR ProtectionOfNationalSecurity ProtectionOfPublicSecurity
  ProvideEventRecommendations ProvideOfficialStatistics ProvidePersonalisedRecommendations
  ProvideProductRecommendations PublicBenefit PublicPolicyMaking PublicRelations Purpose
  RecordManagement RecruitmentAdvertising RecruitmentApplicantBackgroundCheck
  RecruitmentApplicantCriminalBackgroundCheck RecruitmentApplicantInformationAuthentication
  RecruitmentApplicantSelection RecruitmentApplicationAnalysis RecruitmentApplicationManagement
  RecruitmentApplicationScreening RecruitmentInterviewAnalysis RecruitmentInterviewAssessment
  RecruitmentInterviewManagement RecruitmentInterviewScheduling RecruitmentManagement
  RecruitmentTargetedAdvertising RepairImpairments RequestedServiceProvision
  ResearchAndDevelopment RightsFulfillment ScientificResearch SearchFunctionalities
  SellDataToThirdParties SellInsightsFromData SellProducts SellProductsToDataSubject
  ServiceOptimisation ServicePersonalisation ServiceProvision ServiceRegistration
  ServiceUsageAnalytics SocialMediaMarketing TargetedAdvertising TechnicalServiceProvision
  UserInterfacePersonalisation VendorManagement VendorPayment VendorRecordsManagement
  VendorSelectionAssessment Verification
`);

/** Kinds of personal data (`pd:`), up to the letter T and UID. */
export const DATA_TERMS = words(`
  Accent AccountIdentifier Acquantaince Age AgeExact AgeRange ApartmentOwned Association Attitude
  Authenticating AuthenticationHistory BankAccount Behavioral Biometric BirthCountry BirthDate
  BirthPlace BloodType BrowserFingerprint BrowserHistory BrowsingBehavior BrowsingReferral CallLog
  CarOwned Character Citizenship City Communication CommunicationsMetadata Connection Contact
  Country Credit CreditCapacity CreditCardNumber CreditRecord CreditScore CreditStanding
  CreditWorthiness Criminal CriminalCharge CriminalConviction CriminalOffense CriminalPardon
  CurrentEmployment DNACode Demeanor Demographic DeviceApplications DeviceBased
  DeviceOperatingSystem DeviceSoftware Dialect DigitalFingerprint Disability DisciplinaryAction
  Dislike Divorce Domicile DrugTestResult Education EducationExperience EducationQualification
  EmailAddress EmailAddressPersonal EmailAddressWork EmailContent Emotion EmploymentHistory
  EthnicOrigin Ethnicity FacialExpression FacialPrint Family FamilyHealthHistory FamilyStructure
  Favorite FavoriteColor FavoriteFood FavoriteMusic Fetish FinancialAccount
  FinancialAccountNumber FinancialStatus Fingerprint Friend GPSCoordinate Gender
  GeneralReputation Genetic Geographic GroupMembership GroupProfile HairColor Health
  HealthHistory HealthRecord Height HouseNumber HouseOwned IPAddress Identifier Identifying Income
  IncomeBracket IndividualHealthHistory IndividualProfile Insurance Intention Interaction Interest
  Job KnowledgeBelief Language LifeHistory Like LinkClicked LoanRecord Locality Location
  MACAddress MaritalStatus Marriage MedicalHealth MentalHealth Mood Name Nationality OfficialID
  Offspring Opinion Ownership PINCode Parent Passport Password PastEmployment PaymentCard
  PaymentCardExpiry PaymentCardNumber PerformanceAtWork PersonalDocuments PersonalPossession
  Personality PhilosophicalBelief PhysicalAddress PhysicalCharacteristic PhysicalHealth
  PhysicalTrait Picture Piercing PoliticalAffiliation PoliticalOpinion PostalCode Preference
  Prescription PrivacyPreference Proclivity Professional ProfessionalCertification
  ProfessionalEvaluation ProfessionalInterview PublicLife PubliclyAvailableSocialMedia Purchase
  PurchasesAndSpendingHabit Race Reference Region Relationship Reliability Religion
  ReligiousBelief Residency Retina RoomNumber Salary Sale School SecretText
  ServiceConsumptionBehavior Sexual SexualHistory SexualPreference Sibling SkinTone SocialMedia
  SocialMediaCommunication SocialNetwork SocialStatus Street TVViewingBehavior Tattoo Tax
  TelephoneNumber Thought TradeUnionMembership Transaction Transactional TravelHistory UID
`);

/** What else the renderer writes of the vocabulary (`dpv:`). */
export const OTHER_TERMS = words(`
  AlgorithmicLogic Authority Consent Contract Country DataController DataProcessor
  DataProtectionAuthority DataProtectionOfficer DataSource DataSubjectDataSource DataSubjectRight
  DataTransferLegalBasis JointDataControllers Law LegalBasis LegalObligation LegitimateInterest
  LegitimateInterestOfController LegitimateInterestOfThirdParty PersonalData PrivacyNotice Process
  PublicDataSource PublicInterest Purpose Recipient Representative SafeguardForDataTransfer
  SpecialCategoryPersonalData StorageCondition StorageDuration TechnicalOrganisationalMeasure
  Technology ThirdParty ThirdPartyDataSource VitalInterest hasAddress hasAlgorithmicLogic
  hasApplicableLaw hasAuthority hasContact hasCountry hasDataController hasDataProtectionOfficer
  hasDataSource hasDuration hasIdentifier hasLegalBasis hasName hasPersonalData hasProcess
  hasPurpose hasRecipient hasRepresentative hasRight hasStorageCondition
  hasTechnicalOrganisationalMeasure isImplementedUsingTechnology
`);

/** Articles (`eu-gdpr:`): rights, legal bases, grounds of transfer. */
export const GDPR_TERMS = words(`
  A7-3 A15 A16 A17 A18 A20 A21 A22 A77 A6-1-a A6-1-b A6-1-c A6-1-d A6-1-e A6-1-f A45-3 A46-2-b
  A46-2-c A49-1-a A49-1-b A49-1-d A49-1-e A49-1-f
`);
