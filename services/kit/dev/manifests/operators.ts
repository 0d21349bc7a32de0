// The parts of the operators' resources that k8s/ uses, closed: a field that is not here is a mistake until it has been
// looked up. After the CustomResourceDefinitions of CloudNativePG 1.28 (postgresql.cnpg.io/v1) and Strimzi 0.49
// (kafka.strimzi.io/v1), both Apache-2.0.

interface Metadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
}

interface Resources {
  requests?: { cpu?: string; memory?: string };
  limits?: { cpu?: string; memory?: string };
}

export interface Cluster {
  apiVersion: "postgresql.cnpg.io/v1";
  kind: "Cluster";
  metadata: Metadata;
  spec: {
    instances: number;
    imageName?: string;
    inheritedMetadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
    storage: { size: string; storageClass?: string };
    walStorage?: { size: string; storageClass?: string };
    resources?: Resources;
    affinity?: {
      enablePodAntiAffinity?: boolean;
      topologyKey?: string;
      podAntiAffinityType?: "preferred" | "required";
    };
    bootstrap?: { initdb?: { encoding?: string; localeCollate?: string; localeCType?: string } };
    managed?: {
      roles?: { name: string; ensure?: "present" | "absent"; login?: boolean; passwordSecret?: { name: string } }[];
    };
    postgresql?: { parameters?: Record<string, string>; pg_hba?: string[] };
  };
}

export interface Database {
  apiVersion: "postgresql.cnpg.io/v1";
  kind: "Database";
  metadata: Metadata;
  spec: { name: string; owner: string; databaseReclaimPolicy?: "retain" | "delete"; cluster: { name: string } };
}

export interface KafkaNodePool {
  apiVersion: "kafka.strimzi.io/v1";
  kind: "KafkaNodePool";
  metadata: Metadata;
  spec: {
    replicas: number;
    roles: ("controller" | "broker")[];
    storage: {
      type: "jbod";
      volumes: { id: number; type: "persistent-claim"; size: string; kraftMetadata?: "shared" }[];
    };
    resources?: Resources;
    template?: { pod?: { metadata?: { labels?: Record<string, string> } } };
  };
}

export interface Kafka {
  apiVersion: "kafka.strimzi.io/v1";
  kind: "Kafka";
  metadata: Metadata;
  spec: {
    kafka: {
      listeners: {
        name: string;
        port: number;
        type: "internal";
        tls: boolean;
        authentication?: { type: "scram-sha-512" | "tls" };
        networkPolicyPeers?: PodPeer[];
      }[];
      authorization?: { type: "simple"; superUsers?: string[] };
      config?: Record<string, string | number | boolean>;
    };
    entityOperator?: { topicOperator?: Record<string, never>; userOperator?: Record<string, never> };
  };
}

interface PodPeer {
  podSelector: {
    matchLabels?: Record<string, string>;
    matchExpressions?: { key: string; operator: "In"; values: string[] }[];
  };
}

export interface KafkaTopic {
  apiVersion: "kafka.strimzi.io/v1";
  kind: "KafkaTopic";
  metadata: Metadata;
  spec: { partitions: number; replicas: number; config?: Record<string, string | number> };
}

export interface KafkaUser {
  apiVersion: "kafka.strimzi.io/v1";
  kind: "KafkaUser";
  metadata: Metadata;
  spec: {
    authentication?: { type: "scram-sha-512" | "tls" };
    authorization?: { type: "simple"; acls: Acl[] };
  };
}

interface Acl {
  resource: { type: "topic" | "group"; name: string; patternType: "literal" | "prefix" };
  operations: ("Describe" | "Read" | "Write")[];
}
