/**
 * The operations on policies, accounts and organizations, in the order of the reference.
 */
import type { Operation } from '#api/operation.ts'
import { listAccountsOperation, readAccountOperation, readAccountPolicyOperation } from './accounts.ts'
import {
  addMembershipOperation,
  changeAccountOperation,
  removeMembershipOperation,
} from './change-account.ts'
import { createAccountOperation } from './create-account.ts'
import { readDeliverySummaryOperation } from './delivery-summary.ts'
import {
  createOrganizationOperation,
  listOrganizationsOperation,
  readOrganizationOperation,
} from './organizations.ts'
import { listOwnActsOperation } from './own-acts.ts'
import {
  listPoliciesOperation,
  replaceOrganizationPolicyOperation,
  replacePolicyOperation,
} from './policies.ts'
import { previewPolicyOperation } from './preview-policy.ts'

export const PEOPLE_OPERATIONS: readonly Operation[] = [
  createAccountOperation,
  listAccountsOperation,
  readAccountOperation,
  changeAccountOperation,
  readAccountPolicyOperation,
  addMembershipOperation,
  removeMembershipOperation,
  createOrganizationOperation,
  listOrganizationsOperation,
  readOrganizationOperation,
  listPoliciesOperation,
  // Before the address of any user type, which would answer for this one with 405.
  previewPolicyOperation,
  replacePolicyOperation,
  replaceOrganizationPolicyOperation,
  readDeliverySummaryOperation,
  listOwnActsOperation,
]
