/** A row of a released file that something rests on. */
export interface Source {
  edition: string | null;
  row: number | null;
}

/** A vehicle, from its own record or known only from its orders. Money is exact decimal text. */
export interface Vehicle extends Source {
  vehicle: string;
  vehicle_name: string;
  piid: string;
  agency_id: string;
  at_hand: 'actions' | 'statement' | 'not in the data';
  parent_vehicle: string | null;
  family: string | null;
  family_basis: string | null;
  family_doubtful: boolean;
  vendor: string | null;
  vendor_name: string | null;
  ordering_end: string | null;
  awarded_on: string | null;
  last_action: string | null;
  actions: number | null;
  ceiling: string | null;
  highest_ceiling: string | null;
  lowest_ceiling: string | null;
  ceiling_steps: number | null;
  ceiling_basis: 'actions' | 'statement' | null;
  stated_ceiling: string | null;
  ceiling_off: string | null;
  orders: number;
  order_actions: number;
  order_obligations: string | null;
  first_order: string | null;
  last_order: string | null;
}

/** One change to a vehicle's ceiling. */
export interface CeilingStep extends Source {
  vehicle: string;
  day: string | null;
  modification: string;
  change: string;
  running: string;
  ordering_end: string | null;
  action_kind: string | null;
  basis: 'actions' | 'statement';
  secondary: boolean;
  /** The description, reduced to words of the vocabulary. */
  words: string | null;
}

/** One action on an order under a vehicle. */
export interface OrderAction extends Source {
  vehicle: string;
  /** Place among the actions of the award. */
  place: number | null;
  /** 1, or how many actions the line of individuals stands for. */
  actions: number;
  award: string;
  award_label: string;
  modification: string;
  person: boolean;
  day: string | null;
  obligation: string | null;
  ceiling_change: string | null;
  offers: number | null;
  competition: string;
  /** Sum of the vehicle's orders up to this action, without those of individuals; of these null. */
  running: string | null;
}

/** An action of an organisation, or of a vendor that the record does not state. */
export interface Action extends Source {
  day: string | null;
  award: string;
  award_label: string;
  modification: string | null;
  level: Award['level'];
  action_kind: string | null;
  vehicle: string | null;
  vehicle_name: string | null;
  vendor: string;
  vendor_name: string | null;
  agency_id: string | null;
  office_id: string | null;
  obligation: string | null;
  ceiling_change: string | null;
  competition: string;
  offers: number | null;
  product_code: string | null;
  industry_code: string | null;
}

/** A version of a solicitation, with what it states and what stood before. */
export interface ContractNotice extends Source {
  solicitation: string;
  place: number;
  notice_type: string | null;
  version: string | null;
  day: string | null;
  due: string | null;
  due_before: string | null;
  minimum: string | null;
  minimum_before: string | null;
  maximum: string | null;
  maximum_before: string | null;
  shared_ceiling: string | null;
  industry: string | null;
  industry_before: string | null;
  title: string | null;
  secondary: boolean;
}

/** A fact that no column of the releases has, with its document. */
export interface ContractTerm extends Source {
  subject: string;
  term: string;
  amount: string | null;
  words: string | null;
  day: string | null;
  document: string | null;
  page: string | null;
}

/** A vendor that is an organisation. */
export interface Vendor {
  vendor: string;
  vendor_name: string | null;
  names: number;
  actions: number;
  awards: number;
  obligation: string | null;
  first_action: string | null;
  last_action: string | null;
}

/** A parent company that records name for a vendor, and when. */
export interface ParentRow {
  vendor: string;
  parent: string;
  first_day: string | null;
  last_day: string | null;
  actions: number;
}

/** A contract, order or vehicle of an organisation. */
export interface Award {
  award: string;
  award_label: string;
  level: 'vehicle' | 'order' | 'contract';
  vehicle: string | null;
  vehicle_name: string | null;
  family: string | null;
  vendor: string;
  vendor_name: string | null;
  /** Whether it is the vendor of the latest action: an award that changed hands has a row for each. */
  latest: boolean;
  agency_id: string | null;
  first_action: string | null;
  last_action: string | null;
  actions: number;
  obligation: string | null;
  ceiling: string | null;
  stated_obligation: string | null;
  obligation_off: string | null;
  current_end: string | null;
  competition: string;
  offers: number | null;
}

/** Where an action of an award stands. */
export interface PlaceRow {
  vendor: string;
  award: string;
  edition: string;
  row: number;
}

/** A contracting agency and one of its offices; an office of null stands for rows that name none. */
export interface OfficeRow {
  agency_id: string;
  agency_name: string | null;
  office_id: string | null;
  office_name: string | null;
  actions: number;
}
