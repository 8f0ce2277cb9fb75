-- Clusters between which a person judged. Columns: left_cluster, right_cluster.
SELECT one.cluster_id AS left_cluster, other.cluster_id AS right_cluster
FROM judgement INDEXED BY judgement_by_person
JOIN entity AS one ON one.id = judgement.left_id
JOIN entity AS other ON other.id = judgement.right_id
WHERE judgement.kind = 'entity' AND judgement.made_by NOT LIKE 'machine:%'
ORDER BY 1, 2
