import type { CardTypeName } from '../../src/cards/card-type.ts';

/** What people call the types that this server reads, in the order in which they are offered. */
export const cardTypes: Readonly<Record<CardTypeName, string>> = {
  HKIDCard: 'Hong Kong identity card',
  MLIDCard: 'Malaysian MyKad',
  IndonesiaIDCard: 'Indonesian KTP',
  ThailandIDCard: 'Thai identity card',
  SingaporeIDCard: 'Singapore NRIC',
  MainlandIDCard: 'Mainland China identity card',
  PhilippinesDrivingLicense: 'Philippine driver’s license',
  PhilippinesUMID: 'Philippine UMID card',
  PhilippinesSSSID: 'Philippine SSS card',
  PhilippinesTinID: 'Philippine TIN card',
  PhilippinesVoteID: 'Philippine voter’s ID',
  InternationalIDPassport: 'Passport of any country',
};

export const isCardType = (text: string): text is CardTypeName => text in cardTypes;
